package com.clinni.reminders.template;

/** Texts for tests that may name every variable. */
final class AnyText {

    private static final Kind REMINDER = Kind.read("reminder");

    private AnyText() {}

    static TextTemplate parse(String source) throws TemplateFault {
        return TextTemplate.parse(REMINDER, Part.WHATSAPP, source);
    }
}
