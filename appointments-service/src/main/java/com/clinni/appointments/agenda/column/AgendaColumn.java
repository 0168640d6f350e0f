package com.clinni.appointments.agenda.column;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.fault.AgendaFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of an agenda, by the names that clinic software gives them in five languages, in the
 * plain form of {@link HeaderName}. A name that is not here is not guessed at.
 */
public enum AgendaColumn {
    DATE("date", Said.OF_VISIT, "date, fecha, dia, data, eguna, fecha inicio, start date"),
    TIME(
            "time",
            Said.OF_VISIT,
            """
            time, hora, hour, ordua, inicio, inici, hora inicio, hora inici, hasiera ordua,
            start time\
            """),
    DATE_TIME(
            "dateTime",
            Said.OF_VISIT,
            """
            fecha hora, fecha hora inicio, dia hora, data hora, data hora inici, data hora
            inicio, eguna ordua, date time, datetime, start date time\
            """),
    PATIENT(
            "patient",
            Said.OF_PERSON,
            """
            patient, paciente, pacient, pazientea, patient name, nombre completo, nombre
            apellidos, apellidos nombre, nom complet, nom cognoms, cognoms nom, nome completo,
            nome apelidos, apelidos nome, izen abizenak, full name\
            """),
    NAME(
            "patient",
            Said.OF_PERSON,
            "nombre, nombre pila, nom, nome, izena, name, first name, given name"),
    SURNAME(
            "surname",
            Said.OF_PERSON,
            """
            surname, last name, apellido, apellidos, cognom, cognoms, apelido, apelidos,
            abizena, abizenak\
            """),
    MOBILE(
            "mobile",
            Said.OF_PERSON,
            """
            mobile, movil, mobil, mugikorra, telefono movil, telefon mobil, telefono mobil, tel
            movil, tel mobil, telf movil, telf mobil, tlf movil, tlfno movil, tfno movil, num
            movil, num mobil, telefono mugikorra, mobile phone, mobile number, cell phone,
            celular, whatsapp\
            """),
    PHONE(
            "phone",
            Said.OF_PERSON,
            """
            phone, phone number, telefono, telefonos, telefon, telefons, telefonoa, tel, telf,
            telef, tlf, tlfn, tlfno, tfno, tfn, num telefono, num telefon, num tel, telephone,
            telefono fijo, telefon fix\
            """),
    EMAIL(
            "email",
            Said.OF_PERSON,
            """
            email, email address, correo, correo electronico, correu, correu electronic,
            direccion correo, mail, posta, posta elektronikoa, helbide elektronikoa\
            """),
    LANGUAGE("language", Said.OF_PERSON, "language, idioma, lengua, llengua, lingua, hizkuntza"),
    DURATION(
            "duration",
            Said.OF_VISIT,
            """
            duration, duracion, duracion min, duracion minutos, durada, durada min, durada
            minuts, duracio, iraupena, minutos, minuts, minutes\
            """),
    ID(
            "id",
            Said.BARE,
            """
            id, cita, referencia, localizador, localitzador, num cita, num visita, id cita, cita
            id, id visita, visita id, codigo cita, codigo visita, codi cita, codi visita,
            referencia cita, hitzordu zenbakia, appointmentid, appointment id, appointment
            number, visit id, booking reference\
            """),
    PATIENT_ID(
            "patientId",
            Said.BARE,
            """
            num historia, num historia clinica, historia, historia clinica, historial, nhc, num
            hc, hc, num paciente, num pacient, paciente id, pacient id, id paciente, id pacient,
            codigo paciente, codi pacient, paziente zenbakia, patientid, patient id, patient
            number\
            """),
    STATUS("status", Said.OF_VISIT, "estado, situacion, estat, situacio, egoera, status, state"),
    /** Says yes where a visit is off. */
    CANCELLED(
            "status",
            Said.OF_VISIT,
            """
            anulada, anulado, cancelada, cancelado, anul lada, anul lat, cancel lada, cancel lat,
            anullada, cancellada, baliogabetua, ezeztatua, cancelled, canceled, no show\
            """),
    /**
     * May stand for anything, for instance a treatment. It is told as ignored; only visits of
     * imports that took it for an id are found by it.
     */
    CODE("code", Said.BARE, "codigo, codi, kodea, code");

    private static final List<AgendaColumn> SEVERAL = List.of(MOBILE, PHONE, EMAIL);

    private final String field;
    private final Said said;
    private final Set<String> names;

    AgendaColumn(String field, Said said, String names) {
        this.field = field;
        this.said = said;
        this.names =
                Arrays.stream(names.replaceAll("\\s+", " ").split(","))
                        .map(String::strip)
                        .collect(Collectors.toSet());
    }

    /** The column that a header names. */
    static Optional<AgendaColumn> named(HeaderName header) {
        return Arrays.stream(values())
                .filter(column -> column.names.contains(header.plain()))
                .findFirst()
                .or(
                        () ->
                                Arrays.stream(values())
                                        .filter(
                                                column ->
                                                        column.names.contains(
                                                                header.without(column.said.words)))
                                        .findFirst());
    }

    /** More than one of the kind may stand in a file. */
    boolean mayRepeat() {
        return SEVERAL.contains(this);
    }

    /** The name of this column in faults. */
    public String field() {
        return field;
    }

    public FieldFault fault(AgendaFault fault) {
        return new FieldFault(fault.code(), field);
    }

    /** Words beside a name that change nothing. */
    private enum Said {
        BARE(),
        OF_VISIT("cita", "visita", "hitzordua", "hitzorduaren", "appointment", "visit"),
        OF_PERSON(
                "paciente",
                "pacient",
                "pazientea",
                "pazientearen",
                "patient",
                "cliente",
                "client",
                "contacto",
                "contacte",
                "contact",
                "principal",
                "personal",
                "particular",
                "1",
                "2",
                "3");

        private final Set<String> words;

        Said(String... words) {
            this.words = Set.of(words);
        }
    }
}
