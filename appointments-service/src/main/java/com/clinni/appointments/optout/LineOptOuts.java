package com.clinni.appointments.optout;

import com.clinni.events.OptOutChanged;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers that opted out of a line: no clinic's message goes there but by a person's hand. */
@ApplicationScoped
public class LineOptOuts {

    private static final Sql STORE = Sql.named("opt-outs/store");
    private static final Sql STORE_EXCEPTIONS = Sql.named("opt-outs/store-exceptions");
    private static final Sql AMONG = Sql.named("opt-outs/among");
    private final Database database;
    private final KeyedDigest digest;

    LineOptOuts(Database database, KeyedDigest digest) {
        this.database = database;
        this.digest = digest;
    }

    /** The last word of each number counts, in whatever order they come. */
    void store(List<OptOutChanged> told) {
        var exceptions = told.stream().filter(o -> o.clinicId() != null).toList();
        var others = told.stream().filter(o -> o.clinicId() == null).toList();
        database.update(
                STORE,
                Columns.of(others)
                        .put("lines", OptOutChanged::line)
                        .put("phones", o -> key(o.phone()))
                        .put("outs", OptOutChanged::optedOut)
                        .put("sequences", OptOutChanged::sequence)
                        .map());
        database.update(
                STORE_EXCEPTIONS,
                Columns.of(exceptions)
                        .put("phones", o -> key(o.phone()))
                        .put("clinicIds", OptOutChanged::clinicId)
                        .put("sequences", OptOutChanged::sequence)
                        .map());
    }

    /** Those of these numbers, E.164, that opted out and did not ask this clinic to write again. */
    public Set<String> among(Collection<String> phones, String clinicId) {
        var byKey = new HashMap<String, String>();
        for (var phone : phones) {
            byKey.put(key(new PhoneNumber(phone)), phone);
            byKey.put(phone, phone);
        }
        return database
                .query(
                        AMONG,
                        Map.of("phones", List.copyOf(byKey.keySet()), "clinicId", clinicId),
                        row -> row.text("phone"))
                .stream()
                .map(byKey::get)
                .collect(Collectors.toSet());
    }

    /** Numbers are kept as keyed digests: a no outlives all else that is known of a patient. */
    private String key(PhoneNumber phone) {
        return digest.of(phone).toString();
    }

    public boolean contain(PhoneNumber phone, String clinicId) {
        return !among(List.of(phone.e164()), clinicId).isEmpty();
    }
}
