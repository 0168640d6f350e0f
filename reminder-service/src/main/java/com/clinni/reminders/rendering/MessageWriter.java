package com.clinni.reminders.rendering;

import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Content;
import com.clinni.events.MessageReady;
import com.clinni.events.Patient;
import com.clinni.events.Recipient;
import com.clinni.reminders.authoring.TemplateKey;
import com.clinni.reminders.authoring.VersionedTemplates;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Kind;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.MessageTemplates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Gives drafts their texts. Knows no Kafka and no clock: the same draft and texts, the same
 * message.
 */
@Startup
@ApplicationScoped
class MessageWriter {

    private final EmailPage page = new EmailPage();
    private final DefaultTemplates house;

    MessageWriter(DefaultTemplates house) {
        this.house = house;
    }

    Rendering write(Draft draft, VersionedTemplates templates) {
        var clinic = draft.clinic();
        var language = draft.language();
        var view = MessageView.of(draft, kind(draft.kind()), language);
        if (view.missing().isPresent()) {
            return view.missing().get();
        }
        var recipient = Recipients.of(draft.patient(), language);
        var channels = PolicyChannels.of(clinic);
        return Recipients.whyUnreachable(recipient, clinic.channel(), channels)
                .<Rendering>map(why -> new Rendering.Refused(why.cause(), why.field()))
                .orElseGet(
                        () ->
                                new Rendering.Rendered(
                                        message(
                                                draft,
                                                recipient,
                                                content(
                                                        templates.texts(),
                                                        view,
                                                        channels,
                                                        language),
                                                templates.version()),
                                        draft.generation(),
                                        channels));
    }

    /** Which texts a reminder for somebody at the clinic to send needs. */
    static TemplateKey textsByHand(Clinic clinic, Patient patient) {
        return new TemplateKey(
                clinic.clinicId(), MessageReady.REMINDER, Draft.languageOf(patient, clinic));
    }

    /**
     * A reminder's WhatsApp text for somebody at the clinic to send. The closing line is missing:
     * it says that nobody reads the answers, and at the clinic's own phone somebody does.
     */
    ManualText byHand(
            Instant startsAt, Clinic clinic, Patient patient, VersionedTemplates templates) {
        var language = Draft.languageOf(patient, clinic);
        var view =
                new MessageView(
                        kind(MessageReady.REMINDER), clinic, patient, startsAt, Map.of(), language);
        return view.missing()
                .<ManualText>map(missing -> new ManualText.Refused(missing.field()))
                .orElseGet(
                        () ->
                                new ManualText.Text(
                                        templates.texts().whatsapp().render(view.values()),
                                        language.code()));
    }

    private Kind kind(String name) {
        return house.kind(name).orElseThrow();
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
            Draft draft, Recipient recipient, Content content, int templateVersion) {
        return new MessageReady(
                draft.id(),
                draft.kind(),
                draft.about(),
                draft.version(),
                draft.startsAt(),
                draft.durationMinutes(),
                draft.dueAt(),
                draft.sendBefore(),
                draft.clinic(),
                recipient,
                content,
                templateVersion);
    }
}
