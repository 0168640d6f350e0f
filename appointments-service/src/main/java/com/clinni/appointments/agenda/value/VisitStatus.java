package com.clinni.appointments.agenda.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The status of a visit, by the words that clinic software has for it in five languages. */
public enum VisitStatus {
    /** Takes place, or took place. */
    ON(
            """
            pendiente, pendiente confirmar, pendiente de confirmar, por confirmar, sin
            confirmar, no confirmada, no confirmado, confirmada, confirmado, confirmada por
            paciente, programada, programado, planificada, citada, citado, reservada, reservado,
            asignada, activa, activo, vigente, nueva, normal, alta, ok, avisada, avisado,
            recordada, recordatorio enviado, llegada, ha llegado, en sala, en sala de espera, en
            espera, en curso, en consulta, acude, acudio, asiste, asistio, atendida, atendido,
            visitada, visitado, realizada, realizado, finalizada, finalizado, completada,
            facturada, cobrada, pendent, pendent de confirmar, per confirmar, sense confirmar,
            no confirmat, confirmat, programat, citat, reservat, ha arribat, a la sala d'espera,
            visitat, atesa, ates, realitzada, finalitzada, pendente, pendente de confirmar, sen
            confirmar, non confirmada, na sala, zain, zain dago, baieztatua, baieztatu gabe,
            berretsia, berretsita, berretsi gabe, programatua, erreserbatua, egina, eginda,
            etorri da, pending, confirmed, unconfirmed, not confirmed, tentative, scheduled,
            booked, active, open, new, checked in, arrived, waiting, in progress, seen,
            attended, completed, fulfilled, done\
            """),

    /** Will not take place, or did not. */
    OFF(
            """
            anulada, anulado, cancelada, cancelado, cancelacion, anulacion, suspendida,
            suspendido, aplazada, aplazado, pospuesta, desprogramada, desconvocada, eliminada,
            eliminado, borrada, borrado, rechazada, baja, fallida, no acude, no acudio, no
            acudira, no asiste, no asistio, no asistira, no presentado, no presentada, no se
            presenta, no se presento, no viene, no vino, no vendra, no realizada, ausente,
            ausencia, falta, planton, anul·lada, anul·lat, anullada, anullat, anul.lada,
            anul.lat, cancel·lada, cancel·lat, cancellada, cancellat, cancel.lada, cancel.lat,
            ajornada, suspesa, esborrada, baixa, no presentat, no s'ha presentat, no es
            presenta, no ve, no ha vingut, no vindra, no assisteix, absent, adiada, non acode,
            non acudiu, non asiste, non asistiu, non presentado, non presentada, non se
            presenta, non se presentou, non ven, non veu, baliogabetua, baliogabetuta, bertan
            behera, bertan behera utzita, bertan behera utzia, ezeztatua, ezeztatuta, ezabatua,
            atzeratua, ez da etorri, ez dator, ez da etorriko, ez da aurkeztu, aurkeztu gabe,
            cancelled, canceled, cancellation, deleted, removed, void, voided, rejected,
            declined, postponed, suspended, no show, no-show, noshow, did not attend, dna, did
            not come, not attended, missed\
            """);

    /** Who did it, when and why: "Anulada por el paciente", "Cancelada (llamó)". */
    private static final Pattern MORE =
            Pattern.compile(
                    "(?: ?[(\\[,:;/]| [-–—] | (?:por|per|pel|pela|polo|pola|by|el|on|desde) ).*");

    private static final Set<String> YES =
            Set.of("si", "s", "x", "1", "true", "verdadero", "cert", "yes", "y", "bai");
    private static final Set<String> NO =
            Set.of("no", "n", "0", "false", "falso", "fals", "non", "ez");

    private final Set<String> words;

    VisitStatus(String words) {
        this.words =
                Arrays.stream(words.split(","))
                        .map(ComparedText::of)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a column that asks whether the visit is off; nothing where it says neither yes nor no. */
    public static Optional<VisitStatus> ofCancelled(String written) {
        var plain = ComparedText.of(written);
        if (NO.contains(plain)) {
            return Optional.of(ON);
        }
        return YES.contains(plain) ? Optional.of(OFF) : of(written);
    }

    /** Nothing where the words are not known. */
    public static Optional<VisitStatus> of(String written) {
        var plain = ComparedText.of(written).replaceAll("[.!*]+$", "");
        return named(plain)
                .or(
                        () ->
                                named(MORE.matcher(plain).replaceFirst("").strip())
                                        .filter(status -> status == OFF || !saysOff(plain)));
    }

    private static boolean saysOff(String plain) {
        return OFF.words.stream().anyMatch(plain::contains);
    }

    private static Optional<VisitStatus> named(String words) {
        return Arrays.stream(values()).filter(status -> status.words.contains(words)).findFirst();
    }
}
