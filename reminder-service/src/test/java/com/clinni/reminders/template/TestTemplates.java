package com.clinni.reminders.template;

/** Texts for tests that may name every variable. */
final class TestTemplates {

    private static final Kind REMINDER = Kind.read("reminder");

    private TestTemplates() {}

    static TextTemplate parse(String source) throws TemplateFault {
        return TextTemplate.parse(REMINDER, Part.WHATSAPP, source);
    }
}
