package com.clinni.fallback.preferences;

import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of those who said no to e-mails before addresses were kept, in the messages
 * they had, so that their no outlives a change of their patient id. Done once, at the first start,
 * before anything is sent.
 */
@ApplicationScoped
class FormerOptOuts {

    private static final Sql ADDRESSES = Sql.named("opt-outs/addresses-of-patients");
    private static final Sql ADD_ADDRESS = Sql.named("opt-outs/add-address");
    private static final Sql FOUND = Sql.named("opt-outs/addresses-are-found");

    private final Database database;
    private final KeyedDigest digest;
    private final Clock clock;

    FormerOptOuts(Database database, KeyedDigest digest, Clock clock) {
        this.database = database;
        this.digest = digest;
        this.clock = clock;
    }

    /** An address that a clinic has of a patient who said no. */
    private record Address(String clinicId, @Nullable EmailAddress email) {}

    @ActsForService("find-former-opt-outs")
    void findAddresses(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::find);
    }

    private void find() {
        database.query(ADDRESSES, Map.of(), FormerOptOuts::read).forEach(this::keep);
        database.update(FOUND, Map.of());
    }

    private static Address read(Row row) throws SQLException {
        return new Address(row.text("clinic_id"), EmailCheck.check(row.text("address")).orNull());
    }

    private void keep(Address address) {
        if (address.email() != null) {
            database.update(
                    ADD_ADDRESS,
                    Map.of(
                            "clinic", address.clinicId(),
                            "address", digest.of(address.email()),
                            "now", clock.instant()));
        }
    }
}
