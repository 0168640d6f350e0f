package com.clinni.appointments.manual.day;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.stream.Stream;

/** The words of the page, in one language. */
public record PageTexts(
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
        String alreadySent,
        String more) {

    static final PageTexts SPANISH =
            new PageTexts(
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
                    "Ya está enviado",
                    "Ese día hay más de 500 citas: aquí están las 500 primeras.");

    static final PageTexts ENGLISH =
            new PageTexts(
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
                    "Already sent",
                    "There are more than 500 visits on that day: these are the first 500.");

    private static final Map<String, PageTexts> UNDERSTOOD =
            Map.of("es", SPANISH, "ca", SPANISH, "gl", SPANISH, "eu", SPANISH, "en", ENGLISH);

    public boolean isEnglish() {
        return this == ENGLISH;
    }

    /**
     * The first of these that is one the page can do: what was asked for, what the browser prefers,
     * the clinic's own; else Spanish, which the clinics of Catalonia, Galicia and the Basque
     * Country read too.
     *
     * @param asked a language, or null
     * @param accepted the header Accept-Language, or null
     * @param clinics the clinic's language, or null where no clinic is known
     */
    public static PageTexts of(String asked, String accepted, String clinics) {
        return Stream.of(asked, accepted, clinics)
                .flatMap(PageTexts::preferred)
                .findFirst()
                .orElse(SPANISH);
    }

    /** A header that cannot be read prefers nothing. */
    private static Stream<PageTexts> preferred(String languages) {
        if (languages == null || languages.isBlank()) {
            return Stream.empty();
        }
        try {
            return LanguageRange.parse(languages).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(UNDERSTOOD::containsKey)
                    .map(UNDERSTOOD::get);
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
