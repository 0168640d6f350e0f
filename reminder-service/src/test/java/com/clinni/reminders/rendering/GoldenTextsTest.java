package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.ResourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every default text as a patient reads it: a change of a word is a change of a file here. */
class GoldenTextsTest {

    private static final String NEXT = "\n=====\n";

    private final ReminderMessages messages = new ReminderMessages(new DefaultTemplates());

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_reminder_reads_word_for_word_like_this(Language language) {
        var due =
                DueReminder.forAna()
                        .at("2026-11-24T15:30:00Z", "Europe/Madrid")
                        .clinic("Dental Prado", "+34 910 000 000", "Calle Mayor 1")
                        .policy(Channel.WHATSAPP, Fallback.SMS)
                        .languages(language.code(), null)
                        .event();

        var content = ((Rendering.Rendered) messages.render(due)).message().content();

        assertThat(
                        String.join(
                                NEXT,
                                content.whatsapp(),
                                content.sms(),
                                content.email().subject(),
                                content.email().text()))
                .isEqualTo(golden(language));
    }

    private static String golden(Language language) {
        return ResourceText.read("/golden/reminder/%s.txt".formatted(language.code()))
                .stripTrailing();
    }
}
