package com.clinni.appointments.agenda;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of an agenda, by the names that clinic software gives them in five languages. */
enum AgendaColumn {
    DATE("date", "fecha", "dia", "data", "eguna"),
    TIME("time", "hora", "hour", "ordua", "inicio", "inici"),
    PATIENT(
            "patient",
            "paciente",
            "pacient",
            "pazientea",
            "nombre",
            "nom",
            "nome",
            "name",
            "izena"),
    SURNAME("surname", "apellido", "apellidos", "cognom", "cognoms", "apelidos", "abizenak"),
    MOBILE("mobile", "movil", "mobil", "mugikorra", "telefonomovil", "telefonmobil", "celular"),
    PHONE("phone", "telefono", "telefon", "telefonoa", "tel", "tlf", "tfno", "telephone"),
    EMAIL("email", "correo", "correu", "correoelectronico", "correuelectronic", "mail", "posta"),
    LANGUAGE("language", "idioma", "lengua", "llengua", "lingua", "hizkuntza"),
    DURATION("duration", "duracion", "durada", "duracio", "iraupena", "minutos", "minuts"),
    ID("id", "cita", "idcita", "codigo", "codi", "appointmentid", "referencia");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");

    private final Set<String> names;

    AgendaColumn(String... names) {
        this.names = Set.of(names);
    }

    /** The column that a header names, whatever its case and accents. */
    static Optional<AgendaColumn> named(String header) {
        var plain = NOT_LETTERS.matcher(plain(header)).replaceAll("");
        return Arrays.stream(values()).filter(c -> c.names.contains(plain)).findFirst();
    }

    /** Lower case, without accents and outer blanks. */
    static String plain(String text) {
        var decomposed = Normalizer.normalize(text.strip(), Normalizer.Form.NFD);
        return ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** How faults call it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
