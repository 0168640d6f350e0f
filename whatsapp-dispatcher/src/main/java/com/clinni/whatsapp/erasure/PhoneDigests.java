package com.clinni.whatsapp.erasure;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * Puts keyed digests in the place of numbers that opted out: a no outlives all else that is known
 * of a patient. Whoever asks about a number asks by both.
 */
@ApplicationScoped
class PhoneDigests {

    /** Whatever still has the number learns the digest before the opt-out loses the number. */
    private static final List<Sql> STEPS =
            List.of(
                    Sql.named("erasure/digest-messages"),
                    Sql.named("erasure/digest-replies"),
                    Sql.named("erasure/digest-opt-outs"),
                    Sql.named("erasure/digest-opt-ins"),
                    Sql.named("erasure/digest-changes"),
                    Sql.named("erasure/forget-opt-outs"),
                    Sql.named("erasure/forget-opt-ins"));

    private final Database database;
    private final KeyedDigest digest;

    PhoneDigests(Database database, KeyedDigest digest) {
        this.database = database;
        this.digest = digest;
    }

    /** Runs in the caller's transaction. */
    void replace(Collection<String> phones) {
        if (phones.isEmpty()) {
            return;
        }
        var values = new HashMap<String, Object>();
        values.put("phones", List.copyOf(phones));
        values.put(
                "keys",
                phones.stream().map(each -> digest.of(new PhoneNumber(each)).toString()).toList());
        STEPS.forEach(step -> database.update(step, values));
    }
}
