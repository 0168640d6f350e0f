package com.clinni.appointments.agenda.fault;

import com.clinni.appointments.FieldFault;
import com.clinni.platform.http.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Faults of agenda files and their lines: a code for programs, and for people what is wrong and
 * what to do, in Spanish and English. No value of the file stands in them.
 */
public enum AgendaFault {
    NO_HEADER(
            "REQUIRED",
            "No se encuentra la fila de títulos. Añada una fila con Fecha, Hora, Paciente y"
                    + " Teléfono encima de las citas.",
            "There is no header row. Put a row with date, time, patient and phone above the"
                    + " visits."),
    COLUMN_MISSING(
            "Falta una columna imprescindible: fecha, hora o paciente. Inclúyala en la"
                    + " exportación.",
            "A column that is needed is missing: date, time or patient. Include it in the export."),
    COLUMN_DUPLICATE(
            "Dos columnas tienen el mismo título. Cambie o quite una de ellas.",
            "Two columns have the same header. Rename or remove one of them."),
    TOO_MANY_LINES(
            "El fichero tiene más de 5.000 líneas. Divídalo en varios.",
            "The file has more than 5,000 lines. Split it."),
    FILE_UNREADABLE(
            "No se puede leer el fichero. Guárdelo como CSV o como Excel (.xlsx).",
            "The file cannot be read. Save it as CSV or as Excel (.xlsx)."),
    FILE_TOO_LARGE(
            "El libro de Excel es demasiado grande. Deje en él solo la hoja de las citas.",
            "The Excel workbook is too large. Leave only the sheet of visits in it."),

    UNREADABLE(
            "La línea no se puede leer. Revise las comillas y los caracteres extraños.",
            "The line cannot be read. Look for stray quotes and strange characters."),
    INVALID_DATE(
            "La fecha falta, no existe o está demasiado lejos. Escríbala como 31/12/2027.",
            "The date is missing, does not exist or is too far ahead. Write it as 31/12/2027."),
    INVALID_TIME(
            "La hora falta o no existe. Escríbala como 16:30.",
            "The time is missing or does not exist. Write it as 16:30."),
    PATIENT_MISSING(
            FieldFault.REQUIRED, "Falta el nombre del paciente.", "The patient's name is missing."),
    NATIONAL_ID(
            "El número de paciente es un DNI o NIE. Use el número de historia o deje la columna"
                    + " fuera.",
            "The patient's number is a DNI or NIE. Use the clinic's own number, or leave the column"
                    + " out."),
    TOO_LONG(
            "Una casilla tiene más de 500 caracteres. Acórtela.",
            "A cell has more than 500 characters. Shorten it."),
    NO_ADDRESS(
            "No hay móvil ni correo electrónico con que avisar al paciente. Añada uno.",
            "There is no mobile number or e-mail address to reach the patient. Add one."),

    LINK(
            "El nombre contiene una dirección web y los mensajes lo dirían. Corríjalo.",
            "The name contains a web address, and messages would say it. Correct it."),
    CONTROL_CHARACTER(
            "El nombre contiene caracteres invisibles. Escríbalo de nuevo.",
            "The name contains invisible characters. Write it again."),

    NOT_MOBILE(
            "El teléfono no es un móvil: se avisará por correo electrónico.",
            "The phone is no mobile: the e-mail address is used."),
    PHONE_INVALID(
            "El teléfono no es válido: se avisará por correo electrónico. Corríjalo.",
            "The phone is not valid: the e-mail address is used. Correct it."),
    EMAIL_INVALID(
            "El correo electrónico no es válido: se avisará por teléfono. Corríjalo.",
            "The e-mail address is not valid: the phone is used. Correct it."),
    TIME_IN_DST_GAP(
            "Esa hora no existe por el cambio de hora: la cita se anota una hora después.",
            "That hour does not exist because the clocks go forward: the visit is booked one hour"
                    + " later."),
    INVALID(
            "El valor no se entiende y no se usa. Corríjalo o déjelo vacío.",
            "The value is not understood and not used. Correct it or leave it empty."),
    PHONE_NUMBER(
            "El nombre parece un teléfono, y los mensajes lo dirán. Revíselo.",
            "The name looks like a phone number, and messages will say it. Check it."),
    MARKETING_WORD(
            "El nombre contiene una palabra de publicidad, y los mensajes la dirán. Revíselo.",
            "The name contains a word of advertising, and messages will say it. Check it."),
    MEDICAL_WORD(
            "El nombre contiene una palabra médica, y los mensajes la dirán. Revíselo.",
            "The name contains a medical word, and messages will say it. Check it."),
    UNKNOWN_STATUS(
            "No se conoce ese estado: la cita cuenta como vigente. Si está anulada, anúlela.",
            "That status is not known: the visit counts as taking place. If it is off, cancel it."),
    IN_THE_PAST(
            "La cita ya ha empezado: no se anota.",
            "The visit has begun already: it is not booked."),
    CANCELLED_BEFORE(
            "La cita estaba cancelada y sigue cancelada. Si tiene lugar, anótela de nuevo.",
            "The visit was cancelled before and stays so. If it takes place, book it again."),
    OTHER_HOUR(
            "La cita anulada no se conoce, pero el paciente tiene ese día otra a otra hora, que"
                    + " sigue en pie. Revísela.",
            "The cancelled visit is not known, but the patient has one at another hour of that day,"
                    + " which stands. Check it."),
    ID_OF_ANOTHER_PATIENT(
            "Ese número de cita es también de otro paciente: las dos citas cuentan por separado.",
            "That visit id is another patient's too: the two visits are kept apart."),
    PHONES_IGNORED(
            "Se ignora una columna que parece de teléfonos. Cambie su título a Teléfono o Móvil.",
            "A column that looks like phones is ignored. Rename it to phone or mobile."),
    EMAILS_IGNORED(
            "Se ignora una columna que parece de correos. Cambie su título a Correo electrónico.",
            "A column that looks like e-mail addresses is ignored. Rename it to e-mail."),
    STATUSES_IGNORED(
            "Se ignora una columna que parece el estado de las citas, y alguna está anulada. Cambie"
                    + " su título a Estado.",
            "A column that looks like the status of visits is ignored, and some are off. Rename it"
                    + " to status.");

    private static final int UNPROCESSABLE = 422;

    private final String code;
    private final String es;
    private final String en;

    AgendaFault(String code, String es, String en) {
        this.code = code;
        this.es = es;
        this.en = en;
    }

    AgendaFault(String es, String en) {
        this.code = name();
        this.es = es;
        this.en = en;
    }

    /** The fault of a line by its code. */
    public static AgendaFault ofLine(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault != NO_HEADER && fault.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    public String code() {
        return code;
    }

    public String es() {
        return es;
    }

    public String en() {
        return en;
    }

    /** The file as a whole cannot be taken. */
    public Problem problem(@Nullable String field) {
        return Problem.of(UNPROCESSABLE, code, field, es + " · " + en);
    }
}
