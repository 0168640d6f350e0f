package com.clinni.appointments.reminder;

import com.clinni.events.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reason why a message was skipped, as the dispatchers' detail names it, in clinics' words. */
public enum SkipReason {
    OPTED_OUT(
            "escribió BAJA, no quiere más mensajes en ese número",
            "wrote BAJA, wants no more messages to that number"),
    OPTED_OUT_OF_WHATSAPP("no quiere WhatsApp", "does not want WhatsApp"),
    OPTED_OUT_OF_EMAIL("no quiere correos de esta clínica", "wants no e-mail from this clinic"),
    OPTED_OUT_OF_SMS("no quiere SMS", "does not want SMS"),
    OPTED_OUT_OF_EVERY_CHANNEL(
            "no quiere mensajes por ninguno de los canales de la clínica",
            "wants messages over none of the clinic's channels"),
    NO_FALLBACK(
            "WhatsApp no pudo, y la clínica no quiere otro canal",
            "WhatsApp could not, and the clinic wants no other channel"),
    NOT_ON_WHATSAPP(
            "no tiene WhatsApp, y la clínica no quiere otro canal",
            "is not on WhatsApp, and the clinic wants no other channel"),
    CLINIC_SENDS_NOTHING("la clínica no envía mensajes", "the clinic sends no messages"),
    NOT_ON_ALLOW_LIST(
            "en este sistema de pruebas no se le puede escribir",
            "may not be written to on this test system");

    private final String spanish;
    private final String english;

    SkipReason(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    /** Empty where a dispatcher of before this said nothing. */
    public static Optional<SkipReason> of(@Nullable String detail, @Nullable String cause) {
        var code = detail == null ? "" : detail.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .map(
                        reason ->
                                reason == NO_FALLBACK && Cause.NOT_ON_WHATSAPP.name().equals(cause)
                                        ? NOT_ON_WHATSAPP
                                        : reason);
    }

    public String text(boolean inEnglish) {
        return inEnglish ? english : spanish;
    }
}
