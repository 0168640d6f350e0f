package com.clinni.reminders.authoring;

import com.clinni.events.ClinicProfile;
import com.clinni.events.SmsAccents;
import com.clinni.events.sms.SmsTransliteration;
import com.clinni.reminders.clinic.ClinicProfiles;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Kind;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.MessageTemplates;
import com.clinni.reminders.template.TemplateFault;
import com.clinni.reminders.template.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows texts as patients would see them, before they are saved or after: of the clinic as far as
 * it is known, else of one that does not exist.
 */
@ApplicationScoped
class Previews {

    private final TemplateEditor desk;
    private final DefaultTemplates house;
    private final ClinicProfiles clinics;
    private final PreviewConfig config;
    private final Clock clock;

    Previews(
            TemplateEditor desk,
            DefaultTemplates house,
            ClinicProfiles clinics,
            PreviewConfig config,
            Clock clock) {
        this.desk = desk;
        this.house = house;
        this.clinics = clinics;
        this.config = config;
        this.clock = clock;
    }

    /** A text that the body leaves out, or a body that is not there, is what is in force. */
    PreviewAnswer of(TemplateKey key, @Nullable TemplateBody body) {
        var inForce = desk.inForce(key);
        var texts = body == null ? inForce.texts() : body.texts(inForce.texts());
        var isOverridden =
                inForce.overriddenBy() != null || (body != null && body.overrideReason() != null);
        var report = desk.checked(key, texts, isOverridden);
        var kind = house.kind(key.kind()).orElseThrow();
        var templates = ready(key, kind, texts);
        var language = key.language();
        var tomorrow = SampleVisit.tomorrow(clock.instant());
        var clinic = Optional.ofNullable(clinics.of(List.of(key.clinicId())).get(key.clinicId()));
        var visit = ofClinic(SampleVisit.typical(tomorrow), clinic);
        var longest = ofClinic(SampleVisit.longest(tomorrow, language), clinic);
        var typical = shown(templates, kind, visit, language);
        return new PreviewAnswer(
                key.kind(),
                language.code(),
                typical,
                shown(templates, kind, longest, language),
                config.currency(),
                Stream.concat(
                                report.warnings().stream(),
                                typical.lockScreen().warnings(visit).stream())
                        .toList());
    }

    private static SampleVisit ofClinic(SampleVisit visit, Optional<ClinicProfile> clinic) {
        return clinic.map(visit::at).orElse(visit);
    }

    private MessageTemplates ready(TemplateKey key, Kind kind, Texts texts) {
        try {
            return house.of(key.kind(), key.language()).with(kind, texts);
        } catch (TemplateFault e) {
            throw new IllegalStateException("A checked text is broken: " + e.getMessage());
        }
    }

    private PreviewAnswer.Shown shown(
            MessageTemplates templates, Kind kind, SampleVisit visit, Language language) {
        var values = visit.values(kind, language);
        var whatsapp = templates.renderWhatsapp(values);
        var sms = templates.sms().render(visit.smsValues(kind, language));
        var subject = templates.emailSubject().render(values);
        var plain = SmsTransliteration.of(sms, SmsAccents.PLAIN);
        var price = config.smsSegmentPrice();
        return new PreviewAnswer.Shown(
                whatsapp,
                sms,
                plain,
                subject,
                templates.emailText().render(values),
                PreviewAnswer.SmsCost.of(sms, price),
                PreviewAnswer.SmsCost.of(plain, price),
                LockScreen.of(whatsapp, sms, subject));
    }
}
