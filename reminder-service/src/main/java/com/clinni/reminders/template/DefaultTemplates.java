package com.clinni.reminders.template;

import static com.clinni.reminders.template.Variable.CLINIC;
import static com.clinni.reminders.template.Variable.DATE;
import static com.clinni.reminders.template.Variable.PHONE;
import static com.clinni.reminders.template.Variable.TIME;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** The texts that come with the service, read and checked when it starts. */
@Startup
@ApplicationScoped
public class DefaultTemplates {

    private static final String REMINDER = "reminder";

    private final Map<Language, MessageTemplates> reminders = new EnumMap<>(Language.class);

    /** Reads all texts; refuses to be made when one is missing or broken. */
    public DefaultTemplates() {
        for (var language : Language.values()) {
            reminders.put(language, read(REMINDER, language));
        }
    }

    /** The reminder's texts in that language. */
    public MessageTemplates reminder(Language language) {
        return reminders.get(language);
    }

    static MessageTemplates read(String kind, Language language) {
        var folder = "/templates/%s/%s/".formatted(kind, language.code());
        return new MessageTemplates(
                read(folder + "whatsapp.txt", CLINIC, DATE, TIME),
                read(folder + "whatsapp-closing.txt", CLINIC, PHONE),
                read(folder + "sms.txt", CLINIC, DATE, TIME, PHONE),
                read(folder + "email-subject.txt", DATE),
                read(folder + "email-text.txt", CLINIC, DATE, TIME, PHONE));
    }

    private static TextTemplate read(String file, Variable first, Variable... more) {
        try {
            return TextTemplate.parse(ResourceText.read(file).stripTrailing())
                    .naming(EnumSet.of(first, more));
        } catch (TemplateFault e) {
            throw new IllegalStateException("The text %s is broken.".formatted(file), e);
        }
    }
}
