package com.clinni.appointments.appointment;

import com.clinni.events.contact.Checked;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The phones of clinics' patients, which are kept as they were written down. */
@ApplicationScoped
public class PatientPhones {

    private static final Sql ENDING = Sql.named("appointments/phones-ending");
    private static final int ENDING_DIGITS = 9;

    private final Database database;

    PatientPhones(Database database) {
        this.database = database;
    }

    /** Whether any visit of the clinic, to come or over, has that number, however it is written. */
    public boolean contain(String clinicId, PhoneNumber phone) {
        var number = phone.e164();
        var ending = number.substring(Math.max(1, number.length() - ENDING_DIGITS));
        return database
                .query(
                        ENDING,
                        Map.of("clinicId", clinicId, "ending", ending),
                        row -> row.text("phone"))
                .stream()
                .anyMatch(written -> isSame(written, phone));
    }

    private static boolean isSame(String written, PhoneNumber phone) {
        return PhoneCheck.check(written) instanceof Checked.Usable<PhoneNumber>(var usable)
                && usable.equals(phone);
    }
}
