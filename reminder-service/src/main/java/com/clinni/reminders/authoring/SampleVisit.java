package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.Values;
import com.clinni.reminders.template.Variable;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/** A visit that nobody has booked, for previews: of somebody with a short name, or a long one. */
record SampleVisit(String patient, String clinic, String address, String phone, ZonedDateTime at) {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final int DAYS_OF_A_YEAR = 366;

    static SampleVisit typical(ZonedDateTime tomorrow) {
        return new SampleVisit(
                "Ana", "Clínica Ejemplo", "Calle Mayor 1, Madrid", "+34 910 000 000", tomorrow);
    }

    /** As long as names and addresses plausibly get, on the day that takes the most words. */
    static SampleVisit longest(ZonedDateTime tomorrow, Language language) {
        return new SampleVisit(
                "María de los Ángeles Inmaculada",
                "Centro de Especialidades Nuestra Señora de la Esperanza",
                "Avenida de la Constitución de 1978, 123, escalera B, 4.º izquierda, 08000"
                        + " L’Hospitalet",
                "+34 910 000 000",
                IntStream.range(0, DAYS_OF_A_YEAR)
                        .mapToObj(tomorrow::plusDays)
                        .max(Comparator.comparingInt(day -> language.date(day).length()))
                        .orElse(tomorrow));
    }

    static ZonedDateTime tomorrow(java.time.Instant now) {
        return now.atZone(MADRID).plusDays(1).withHour(16).withMinute(30);
    }

    Values values(Language language) {
        return values(language, language.date(at));
    }

    Values smsValues(Language language) {
        return values(language, language.smsDate(at));
    }

    private Values values(Language language, String date) {
        return new Values(
                Map.of(
                        Variable.PATIENT, patient,
                        Variable.CLINIC, clinic,
                        Variable.DATE, date,
                        Variable.TIME, language.time(at),
                        Variable.ADDRESS, address,
                        Variable.PHONE, phone));
    }
}
