package com.clinni.appointments.manual;

import java.util.Locale;

/** The words of the page, in one language. */
record Words(
        String lang,
        Locale locale,
        String before,
        String after,
        String nobody,
        String timesAreOf,
        String time,
        String patient,
        String phone,
        String reminder,
        String byHand,
        String yourName,
        String open,
        String sent,
        String wasItSent,
        String yes,
        String no,
        String noReminder,
        String sentByHand,
        String noNumber,
        String notMobile,
        String optedOut,
        String over,
        String cannot) {

    static final Words SPANISH =
            new Words(
                    "es",
                    Locale.of("es", "ES"),
                    "Día anterior",
                    "Día siguiente",
                    "Ese día no hay citas.",
                    "Horas de",
                    "Hora",
                    "Paciente",
                    "Teléfono",
                    "Recordatorio",
                    "Envío a mano",
                    "Su nombre, para que conste quién lo envió",
                    "Abrir WhatsApp",
                    "Lo he enviado",
                    "¿Lo envió?",
                    "Sí, enviado",
                    "No",
                    "Sin recordatorio",
                    "Enviado a mano",
                    "Sin teléfono",
                    "No es un móvil",
                    "No quiere WhatsApp",
                    "La cita ya ha pasado",
                    "No se puede preparar el mensaje. Vuelva a intentarlo dentro de un momento.");

    static final Words ENGLISH =
            new Words(
                    "en",
                    Locale.UK,
                    "Previous day",
                    "Next day",
                    "No visits on that day.",
                    "Times of",
                    "Time",
                    "Patient",
                    "Phone",
                    "Reminder",
                    "By hand",
                    "Your name, so that it is known who sent it",
                    "Open WhatsApp",
                    "I sent it",
                    "Did you send it?",
                    "Yes, sent",
                    "No",
                    "No reminder",
                    "Sent by hand",
                    "No phone",
                    "Not a mobile number",
                    "Does not want WhatsApp",
                    "The visit is over",
                    "The message cannot be prepared. Try again in a moment.");

    boolean isEnglish() {
        return this == ENGLISH;
    }

    /** What was asked for, else what the browser prefers, else Spanish. */
    static Words of(String asked, String accepted) {
        var language = asked == null || asked.isBlank() ? accepted : asked;
        return language != null && language.strip().toLowerCase(Locale.ROOT).startsWith("en")
                ? ENGLISH
                : SPANISH;
    }
}
