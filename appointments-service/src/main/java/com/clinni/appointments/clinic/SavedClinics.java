package com.clinni.appointments.clinic;

import com.clinni.platform.access.ClinicDirectory;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The clinics that were saved, asked for before anything else of a request is looked at. */
@ApplicationScoped
class SavedClinics implements ClinicDirectory {

    private static final Sql IS_KNOWN = Sql.named("clinics/is-known");

    private final Database database;

    SavedClinics(Database database) {
        this.database = database;
    }

    @Override
    public boolean knows(String clinicId) {
        return database.query(IS_KNOWN, Map.of("clinicId", clinicId), row -> row.flag("is_known"))
                .getFirst();
    }
}
