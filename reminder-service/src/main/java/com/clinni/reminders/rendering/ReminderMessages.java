package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Content;
import com.clinni.events.MessageReady;
import com.clinni.events.Patient;
import com.clinni.events.Recipient;
import com.clinni.events.ReminderDue;
import com.clinni.reminders.authoring.TemplateKey;
import com.clinni.reminders.authoring.VersionedTemplates;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.MessageTemplates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/**
 * Makes a due reminder's texts. Knows no Kafka and no clock: the same event and texts, the same
 * message.
 */
@Startup
@ApplicationScoped
class ReminderMessages {

    private final EmailPage page = new EmailPage();

    /** Which texts that reminder needs. */
    static TemplateKey textsFor(ReminderDue due) {
        return textsFor(due.clinic(), due.patient());
    }

    static TemplateKey textsFor(Clinic clinic, Patient patient) {
        return new TemplateKey(
                clinic.clinicId(), MessageReady.REMINDER, languageOf(patient, clinic));
    }

    Rendering render(ReminderDue due, VersionedTemplates templates) {
        var clinic = due.clinic();
        var language = languageOf(due.patient(), clinic);
        var view = MessageView.of(due.startsAt(), clinic, due.patient(), language);
        if (view.missingField().isPresent()) {
            return new Rendering.Refused(Cause.TEMPLATE_DATA_MISSING, view.missingField().get());
        }
        var recipient = Recipients.of(due.patient(), language);
        var channels = PolicyChannels.of(clinic);
        return Recipients.whyUnreachable(recipient, clinic.channel(), channels)
                .<Rendering>map(why -> new Rendering.Refused(why.cause(), why.field()))
                .orElseGet(
                        () ->
                                new Rendering.Rendered(
                                        message(
                                                due,
                                                recipient,
                                                content(
                                                        templates.texts(),
                                                        view,
                                                        channels,
                                                        language),
                                                templates.version()),
                                        channels));
    }

    /**
     * A reminder's WhatsApp text for somebody at the clinic to send. The closing line is missing:
     * it says that nobody reads the answers, and at the clinic's own phone somebody does.
     */
    ByHand byHand(Instant startsAt, Clinic clinic, Patient patient, VersionedTemplates templates) {
        var language = languageOf(patient, clinic);
        var view = MessageView.of(startsAt, clinic, patient, language);
        return view.missingField()
                .<ByHand>map(ByHand.Refused::new)
                .orElseGet(
                        () ->
                                new ByHand.Text(
                                        templates.texts().whatsapp().render(view.values()),
                                        language.code()));
    }

    /** The patient's, else the clinic's, else Spanish: the first in which texts exist. */
    private static Language languageOf(Patient patient, Clinic clinic) {
        return Language.of(patient.language())
                .or(() -> Language.of(clinic.language()))
                .orElse(Language.ES);
    }

    private Content content(
            MessageTemplates texts, MessageView view, Set<Channel> channels, Language language) {
        return new Content(
                channels.contains(Channel.WHATSAPP) ? texts.renderWhatsapp(view.values()) : null,
                channels.contains(Channel.SMS) ? texts.sms().render(view.smsValues()) : null,
                channels.contains(Channel.EMAIL) ? email(texts, view, language) : null);
    }

    private Content.Email email(MessageTemplates texts, MessageView view, Language language) {
        var subject = texts.emailSubject().render(view.values());
        var text = texts.emailText().render(view.values());
        return new Content.Email(subject, text, page.of(language, subject, text));
    }

    private static MessageReady message(
            ReminderDue due, Recipient recipient, Content content, int templateVersion) {
        return new MessageReady(
                due.reminderId(),
                MessageReady.REMINDER,
                due.appointmentId(),
                due.appointmentVersion(),
                due.startsAt(),
                due.durationMinutes(),
                due.dueAt(),
                due.sendBefore(),
                due.clinic(),
                recipient,
                content,
                templateVersion);
    }
}
