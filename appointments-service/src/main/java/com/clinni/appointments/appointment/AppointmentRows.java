package com.clinni.appointments.appointment;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.Appointments.Renaming;
import com.clinni.events.Channel;
import com.clinni.events.Patient;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The appointment table. */
@ApplicationScoped
class AppointmentRows {

    private static final Sql INSERT = Sql.named("appointments/insert");
    private static final Sql UPDATE = Sql.named("appointments/update");
    private static final Sql LOCK = Sql.named("appointments/lock");
    private static final Sql ONE = Sql.named("appointments/one");
    private static final Sql ALL = Sql.named("appointments/all");
    private static final Sql EXISTING = Sql.named("appointments/existing");
    private static final Sql OF_FORMER_AGENDAS = Sql.named("appointments/of-former-agendas");
    private static final Sql RENAME = Sql.named("appointments/rename");

    private final Database database;

    AppointmentRows(Database database) {
        this.database = database;
    }

    Map<VisitId, Appointment> lock(Collection<VisitId> visits) {
        return database.query(LOCK, VisitId.columns(visits).map(), AppointmentRows::read).stream()
                .collect(Collectors.toMap(Appointment::id, Function.identity()));
    }

    Optional<Appointment> one(VisitId visit) {
        return database.first(
                ONE,
                Map.of("clinicId", visit.clinicId(), "appointmentId", visit.appointmentId()),
                AppointmentRows::read);
    }

    List<Appointment> all(String clinicId, Collection<String> ids) {
        return database.query(
                ALL, Map.of("clinicId", clinicId, "appointmentIds", ids), AppointmentRows::read);
    }

    Set<String> existing(String clinicId, Collection<String> ids) {
        return Set.copyOf(
                database.query(
                        EXISTING,
                        Map.of("clinicId", clinicId, "appointmentIds", ids),
                        row -> row.text("appointment_id")));
    }

    List<Appointment> ofFormerAgendas(
            String clinicId,
            Collection<UUID> agendaKeys,
            Collection<String> patientIds,
            Instant from) {
        return database.query(
                OF_FORMER_AGENDAS,
                Map.of(
                        "clinicId", clinicId,
                        "agendaKeys", agendaKeys,
                        "patientIds", patientIds,
                        "from", from),
                AppointmentRows::read);
    }

    void rename(String clinicId, List<Renaming> renamings) {
        database.update(
                RENAME,
                Columns.of(renamings)
                        .put("appointmentIds", Renaming::appointmentId)
                        .put("agendaKeys", Renaming::agendaKey)
                        .put("patientIds", Renaming::patientId)
                        .with("clinicId", clinicId)
                        .map());
    }

    /** Whether every row was new. */
    boolean insert(List<Appointment> appointments) {
        return appointments.isEmpty()
                || database.update(INSERT, columns(appointments)) == appointments.size();
    }

    void update(List<Appointment> appointments) {
        if (!appointments.isEmpty()) {
            database.update(UPDATE, columns(appointments));
        }
    }

    private static Map<String, @Nullable Object> columns(List<Appointment> appointments) {
        return Columns.of(appointments)
                .put("appointmentIds", Appointment::appointmentId)
                .put("clinicIds", Appointment::clinicId)
                .put("versions", Appointment::version)
                .put("planVersions", Appointment::planVersion)
                .put("cancelled", Appointment::cancelled)
                .put("starts", Appointment::startsAt)
                .put("durations", Appointment::durationMinutes)
                .put("patientIds", of(Patient::patientId))
                .put("firstNames", of(Patient::firstName))
                .put("phones", of(Patient::phone))
                .put("emails", of(Patient::email))
                .put("languages", of(Patient::language))
                .put("optedOut", AppointmentRows::optedOut)
                .put("agendaKeys", Appointment::agendaKey)
                .map();
    }

    private static Function<Appointment, @Nullable String> of(
            Function<Patient, @Nullable String> field) {
        return appointment -> {
            var patient = appointment.patient();
            return patient == null ? null : field.apply(patient);
        };
    }

    private static String optedOut(Appointment appointment) {
        var patient = appointment.patient();
        return patient == null ? "" : optedOut(patient);
    }

    private static String optedOut(Patient patient) {
        return patient.optedOut().stream()
                .distinct()
                .map(Channel::name)
                .collect(Collectors.joining(","));
    }

    private static Appointment read(Row row) throws SQLException {
        return new Appointment(
                row.text("appointment_id"),
                row.text("clinic_id"),
                row.number("version"),
                row.number("plan_version"),
                row.flag("cancelled"),
                row.instant("starts_at"),
                row.value("duration_minutes", Integer.class),
                row.text("patient_id") == null ? null : patient(row),
                row.uuid("agenda_key"));
    }

    private static Patient patient(Row row) throws SQLException {
        return new Patient(
                row.text("patient_id"),
                row.text("first_name"),
                row.text("phone"),
                row.text("email"),
                row.text("language"),
                Arrays.stream(row.text("opted_out").split(","))
                        .filter(channel -> !channel.isEmpty())
                        .map(Channel::valueOf)
                        .toList());
    }
}
