package com.clinni.whatsapp.optout;

import com.clinni.events.ClinicProfile;
import com.clinni.platform.access.ClinicDirectory;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The clinics there are, as appointments-service tells of them. */
@ApplicationScoped
class KnownClinics implements ClinicDirectory {

    private static final Sql STORE = Sql.named("opt-outs/store-clinics");
    private static final Sql IS_CLINIC = Sql.named("opt-outs/is-clinic");

    private final Database database;

    KnownClinics(Database database) {
        this.database = database;
    }

    void store(List<ClinicProfile> told) {
        database.update(
                STORE, Map.of("clinicIds", told.stream().map(ClinicProfile::clinicId).toList()));
    }

    @Override
    public boolean knows(String clinicId) {
        return database.query(IS_CLINIC, Map.of("clinicId", clinicId), row -> row.flag("is_clinic"))
                .getFirst();
    }
}
