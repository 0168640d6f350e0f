package com.clinni.reminders.authoring;

import com.clinni.events.ClinicProfile;
import com.clinni.events.SmsAccents;
import com.clinni.events.sms.SmsSegments;
import com.clinni.events.sms.SmsTransliteration;
import com.clinni.events.text.TextMatch;
import com.clinni.reminders.clinic.ClinicProfiles;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Finding;
import com.clinni.reminders.template.Linter;
import com.clinni.reminders.template.Part;
import com.clinni.reminders.template.TemplateFault;
import com.clinni.reminders.template.TemplateFault.Code;
import com.clinni.reminders.template.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a clinic's own SMS costs, before it is saved: as it is sent for a usual visit, on the
 * day that takes the most words. The house's SMS is not the clinic's to shorten.
 */
@ApplicationScoped
class SmsCheck {

    private static final int DEFAULT_SEGMENTS = 3;
    private static final Linter.Report NOTHING = new Linter.Report(List.of(), List.of());

    private final DefaultTemplates house;
    private final ClinicProfiles clinics;
    private final Clock clock;

    SmsCheck(DefaultTemplates house, ClinicProfiles clinics, Clock clock) {
        this.house = house;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Refuses more segments than the clinic allows, and warns of characters that make them shorter.
     * A text that is no template is the linter's business.
     */
    Linter.Report check(TemplateKey key, Texts texts) {
        if (texts.sms().equals(house.of(key.kind(), key.language()).texts().sms())) {
            return NOTHING;
        }
        var clinic = Optional.ofNullable(clinics.of(List.of(key.clinicId())).get(key.clinicId()));
        var accents = clinic.map(ClinicProfile::smsAccents).orElse(null);
        var most = clinic.map(ClinicProfile::smsMaxSegments).orElse(DEFAULT_SEGMENTS);
        try {
            var sent = SmsTransliteration.of(rendered(key, texts, clinic), accents);
            return new Linter.Report(
                    SmsSegments.of(sent).count() > most
                            ? List.of(Finding.at(Code.TOO_MANY_SEGMENTS, Part.SMS, texts.sms(), 0))
                            : List.of(),
                    warnings(texts.sms(), accents));
        } catch (TemplateFault e) {
            return NOTHING;
        }
    }

    private String rendered(TemplateKey key, Texts texts, Optional<ClinicProfile> clinic)
            throws TemplateFault {
        var ofHouse = house.of(key.kind(), key.language());
        var others = ofHouse.texts();
        var kind = house.kind(key.kind()).orElseThrow();
        var visit = SampleVisit.onLongestDay(SampleVisit.tomorrow(clock.instant()), key.language());
        return ofHouse.with(
                        kind,
                        new Texts(
                                others.whatsapp(),
                                texts.sms(),
                                others.emailSubject(),
                                others.emailText()))
                .sms()
                .render(clinic.map(visit::at).orElse(visit).smsValues(kind, key.language()));
    }

    private static List<Finding> warnings(String sms, @Nullable SmsAccents accents) {
        var foreign = SmsTransliteration.outsideGsm7(sms, accents);
        return foreign.isEmpty()
                ? List.of()
                : List.of(
                        Finding.of(
                                Code.NOT_IN_GSM_7,
                                Part.SMS,
                                sms,
                                new TextMatch(
                                        sms.indexOf(foreign.getFirst()),
                                        String.join(" ", foreign))));
    }
}
