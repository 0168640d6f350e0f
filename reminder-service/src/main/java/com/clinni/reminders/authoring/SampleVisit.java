package com.clinni.reminders.authoring;

import com.clinni.events.ClinicProfile;
import com.clinni.reminders.template.Kind;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.Variable;
import com.clinni.reminders.template.VariableValues;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.stream.IntStream;

/**
 * A visit that nobody has booked, for previews: of somebody with a short name, or a long one, at a
 * clinic that does not exist, unless one is named.
 */
record SampleVisit(
        Length length,
        String patient,
        String clinic,
        String address,
        String phone,
        ZonedDateTime at) {

    /** How much its values say. */
    private enum Length {
        USUAL,
        LONGEST
    }

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final int DAYS_OF_A_YEAR = 366;

    static SampleVisit typical(ZonedDateTime tomorrow) {
        return new SampleVisit(
                Length.USUAL,
                "Ana",
                "Clínica Ejemplo",
                "Calle Mayor 1, Madrid",
                "+34 910 000 000",
                tomorrow);
    }

    /** A usual visit on the day that takes the most words, whatever day it is today. */
    static SampleVisit onLongestDay(ZonedDateTime tomorrow, Language language) {
        return typical(longestDay(tomorrow, language));
    }

    /** As long as names and addresses plausibly get, on the day that takes the most words. */
    static SampleVisit longest(ZonedDateTime tomorrow, Language language) {
        return new SampleVisit(
                Length.LONGEST,
                "María de los Ángeles Inmaculada",
                "Centro de Especialidades Nuestra Señora de la Esperanza",
                "Avenida de la Constitución de 1978, 123, escalera B, 4.º izquierda, 08000"
                        + " L’Hospitalet",
                "+34 910 000 000",
                longestDay(tomorrow, language));
    }

    private static ZonedDateTime longestDay(ZonedDateTime tomorrow, Language language) {
        return IntStream.range(0, DAYS_OF_A_YEAR)
                .mapToObj(tomorrow::plusDays)
                .max(Comparator.comparingInt(day -> language.date(day).length()))
                .orElse(tomorrow);
    }

    /** The same visit at that clinic, by its name and on its clock. */
    SampleVisit at(ClinicProfile known) {
        return new SampleVisit(
                length,
                patient,
                Variable.CLINIC.said(known.name()),
                Variable.ADDRESS.said(known.address()),
                known.phone() == null ? phone : Variable.PHONE.said(known.phone()),
                at.withZoneSameLocal(known.zone()));
    }

    static ZonedDateTime tomorrow(java.time.Instant now) {
        return now.atZone(MADRID).plusDays(1).withHour(16).withMinute(30);
    }

    VariableValues values(Kind kind, Language language) {
        return values(kind, language, language.date(at));
    }

    VariableValues smsValues(Kind kind, Language language) {
        return values(kind, language, language.smsDate(at));
    }

    private VariableValues values(Kind kind, Language language, String date) {
        var texts = new HashMap<Variable, String>();
        texts.put(Variable.PATIENT, patient);
        texts.put(Variable.CLINIC, clinic);
        texts.put(Variable.DATE, date);
        texts.put(Variable.TIME, language.time(at));
        texts.put(Variable.ADDRESS, address);
        texts.put(Variable.PHONE, phone);
        kind.given().forEach((variable, sample) -> texts.put(variable, said(sample)));
        return new VariableValues(kind.variables(), texts);
    }

    private String said(Kind.Sample sample) {
        return length == Length.LONGEST ? sample.longest() : sample.usual();
    }
}
