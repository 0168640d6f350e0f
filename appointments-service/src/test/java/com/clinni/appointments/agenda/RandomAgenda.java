package com.clinni.appointments.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Agendas as chance writes them: patients who share names and phones, ids that come again, stray
 * quotes.
 */
public final class RandomAgenda {

    private static final List<String> NAMES =
            List.of("Ana Uno", "Ana Dos", "Luis Uno", "Luis Dos", "Eva Uno", "José Uno Dos");
    private static final List<String> STATES =
            List.of("", "Pendiente", "Confirmada", "Anulada", "No acude", "quién sabe");
    private static final List<String> NOISE =
            List.of("\"", ";", "férula 3\"", "\";\"", "\"x", "x\"", "\t", "…", "\uFEFF");

    private final Random random;

    public RandomAgenda(long seed) {
        random = new Random(seed);
    }

    /** Columns in one of the ways that a clinic's software may have them. */
    public String header() {
        return pick(
                List.of(
                        "Nº Cita;Fecha;Hora;Paciente;Móvil;Estado",
                        "Código;Fecha;Hora;Paciente;Móvil;Estado",
                        "Id;Fecha;Hora;Paciente;Teléfono 1;Situación",
                        "Sala;Fecha;Hora;Paciente;Móvil;Estado",
                        "NHC;Fecha cita;Hora;Paciente;Móvil;Estado"));
    }

    /** Good lines only: a patient's number follows the patient where the first column has it. */
    public List<String> visits(String header) {
        var lines = new ArrayList<String>();
        var count = 3 + random.nextInt(12);
        for (var i = 0; i < count; i++) {
            var name = pick(NAMES);
            var first =
                    header.startsWith("NHC")
                            ? "H" + NAMES.indexOf(name)
                            : Integer.toString(random.nextInt(4));
            lines.add(
                    "%s;%d/11/2026;%02d:00;%s;60000000%d;%s"
                            .formatted(
                                    first,
                                    25 + random.nextInt(2),
                                    9 + random.nextInt(4),
                                    name,
                                    phone(name),
                                    pick(STATES)));
        }
        return lines;
    }

    /** The same, and what goes wrong in files: quotes, cut lines, blank lines, noise. */
    public List<String> anything(String header) {
        var lines = new ArrayList<String>();
        for (var line : visits(header)) {
            lines.add(
                    switch (random.nextInt(8)) {
                        case 0 -> inserted(line, "\"");
                        case 1 -> inserted(line, pick(NOISE));
                        case 2 -> line.substring(0, random.nextInt(line.length()));
                        case 3 -> pick(NOISE);
                        case 4 -> line.replace(";60000000", ";\"60000000");
                        default -> line;
                    });
            if (random.nextInt(6) == 0) {
                lines.add(pick(List.of("", "   ", ";;;;;")));
            }
        }
        return lines;
    }

    /** One phone for two of them. */
    private static int phone(String name) {
        return NAMES.indexOf(name) / 2;
    }

    private String inserted(String line, String what) {
        var at = random.nextInt(line.length());
        return line.substring(0, at) + what + line.substring(at);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
