package com.clinni.platform.digest;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that said no, or yes again, and were kept as they are before they had keyed digests. They
 * are digested at the first start, a batch at a time.
 */
@ApplicationScoped
class FormerNumbers {

    private static final List<Former> FORMER =
            List.of(
                    new Former(
                            Sql.named("former-numbers/opt-outs"),
                            Sql.named("former-numbers/digest-opt-outs"),
                            Sql.named("former-numbers/delete-opt-outs")),
                    new Former(
                            Sql.named("former-numbers/opt-ins"),
                            Sql.named("former-numbers/digest-opt-ins"),
                            Sql.named("former-numbers/delete-opt-ins")));

    private final Database database;
    private final KeyedDigest digest;

    FormerNumbers(Database database, KeyedDigest digest) {
        this.database = database;
        this.digest = digest;
    }

    private record Former(Sql find, Sql replace, Sql delete) {}

    @ActsForService("digest-former-numbers")
    void digest(@Observes StartupEvent event) {
        for (var former : FORMER) {
            while (digest(former) > 0) {
                // until none is left
            }
        }
    }

    private int digest(Former former) {
        var numbers = database.query(former.find(), Map.of(), row -> row.text("phone"));
        var values = new HashMap<String, Object>();
        values.put("phones", numbers);
        values.put(
                "keys",
                numbers.stream()
                        .map(number -> digest.of(new PhoneNumber(number)).toString())
                        .toList());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.update(former.replace(), values);
                            database.update(former.delete(), values);
                        });
        return numbers.size();
    }
}
