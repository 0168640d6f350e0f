package com.clinni.appointments.manual.sent;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of saying "I sent it", and the sentence of the page about it. */
@Schema(name = "Heard")
public enum SentByHandResult {
    /** A reminder was closed; its state stands beside the visit. */
    CLOSED(null, null),
    /** Somebody said so already, and no link was opened since. */
    SENT_ALREADY(
            "Ya constaba como enviado: no se ha cerrado ningún otro recordatorio. Si va a enviar el"
                    + " siguiente, abra antes WhatsApp.",
            "This was noted as sent already: no other reminder was closed. If you are about to"
                    + " send the next one, open WhatsApp first."),
    /** It is kept, but the visit had no reminder that could still be closed. */
    NOTHING_OPEN(
            "Anotado. La cita no tenía ningún recordatorio pendiente.",
            "Noted. The visit had no reminder left to close."),
    /** It speaks of an hour that is no longer the visit's, or of a visit that will not be. */
    CHANGED_SINCE(
            "Anotado, pero la cita ha cambiado desde que se abrió WhatsApp: el paciente sabe lo de"
                    + " antes. Si la clínica avisa de los cambios, recibirá un mensaje; si no,"
                    + " avísele.",
            "Noted, but the visit has changed since WhatsApp was opened: the patient knows what it"
                    + " was before. If the clinic tells patients of changes, a message follows; if"
                    + " not, please tell them."),
    /** "I did not send it." */
    NOT_SENT(null, null);

    private final String spanish;
    private final String english;

    SentByHandResult(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    /** A sentence, or null where the page shows it by itself. */
    public String text(boolean inEnglish) {
        return inEnglish ? english : spanish;
    }

    /** The sentence for a code out of an address; null for whatever else stands there. */
    public static String text(String code, boolean inEnglish) {
        return Arrays.stream(values())
                .filter(heard -> heard.name().equals(code))
                .findFirst()
                .map(heard -> heard.text(inEnglish))
                .orElse(null);
    }
}
