package com.clinni.reminders.clinic;

import com.clinni.events.ClinicProfile;
import com.clinni.events.EventJson;
import com.clinni.platform.access.ClinicDirectory;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The latest known profiles of clinics. They may lag behind appointments-service by a second or
 * two.
 */
@ApplicationScoped
public class ClinicProfiles implements ClinicDirectory {

    private static final Sql STORE = Sql.named("clinics/store");
    private static final Sql IS_KNOWN = Sql.named("clinics/is-known");
    private static final Sql OF = Sql.named("clinics/of");

    private final Database database;

    ClinicProfiles(Database database) {
        this.database = database;
    }

    /** Those of them that are known, by id, in one statement. */
    public Map<String, ClinicProfile> of(Collection<String> clinicIds) {
        if (clinicIds.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        OF,
                        Map.of("clinicIds", List.copyOf(clinicIds)),
                        row -> EventJson.readBack(ClinicProfile.class, row.bytes("profile")))
                .stream()
                .collect(Collectors.toMap(ClinicProfile::clinicId, Function.identity()));
    }

    @Override
    public boolean knows(String clinicId) {
        return database.query(IS_KNOWN, Map.of("clinicId", clinicId), row -> row.flag("is_known"))
                .getFirst();
    }

    void store(List<ClinicProfile> told) {
        database.update(
                STORE,
                Map.of(
                        "clinicIds", told.stream().map(ClinicProfile::clinicId).toList(),
                        "versions", told.stream().map(ClinicProfile::version).toList(),
                        "profiles", told.stream().map(EventJson::write).toList()));
    }
}
