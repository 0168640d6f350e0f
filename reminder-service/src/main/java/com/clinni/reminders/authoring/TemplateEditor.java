package com.clinni.reminders.authoring;

import com.clinni.platform.http.IfMatch;
import com.clinni.platform.http.Problem;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Finding;
import com.clinni.reminders.template.Linter;
import com.clinni.reminders.template.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Saves and restores clinics' texts: checks a text first, then stores it as the next version. */
@ApplicationScoped
class TemplateEditor {

    private static final int UNPROCESSABLE = 422;

    private final SavedTemplates rows;
    private final DefaultTemplates house;
    private final SmsCheck sms;
    private final Clock clock;

    TemplateEditor(SavedTemplates rows, DefaultTemplates house, SmsCheck sms, Clock clock) {
        this.rows = rows;
        this.house = house;
        this.sms = sms;
        this.clock = clock;
    }

    /** What is in force, and what a clinic should know about its words. */
    record Kept(SavedTemplate template, List<Finding> warnings, boolean isNew) {}

    SavedTemplate inForce(TemplateKey key) {
        return rows.newest(key).orElseGet(() -> SavedTemplate.house(key, houseTexts(key)));
    }

    /** Also of a text that no more would be saved: then its faults come first. */
    List<Finding> findings(SavedTemplate template) {
        var report = check(template.key(), template.texts(), template.medicalOverride());
        return Stream.concat(report.refusals().stream(), report.warnings().stream()).toList();
    }

    Kept save(TemplateKey key, Texts texts, @Nullable MedicalOverride override, IfMatch expected) {
        return keep(key, texts, null, override, expected);
    }

    /** Version 0 brings the house's text back. A restored text is checked as a new one is. */
    Kept restore(TemplateKey key, int version, IfMatch expected) {
        var old =
                version == 0
                        ? SavedTemplate.house(key, houseTexts(key))
                        : rows.version(key, version)
                                .orElseThrow(() -> Problem.of(404, "VERSION_UNKNOWN", "version"));
        return keep(key, old.texts(), version, old.medicalOverride(), expected);
    }

    /** Refuses with everything that is wrong with the texts. */
    Linter.Report checked(TemplateKey key, Texts texts, @Nullable MedicalOverride override) {
        var report = check(key, texts, override);
        if (!report.refusals().isEmpty()) {
            var first = report.refusals().getFirst();
            var place =
                    new Problem.Place(
                            first.code().name(), first.field(), first.line(), first.column());
            throw Problem.at(UNPROCESSABLE, place, report.refusals());
        }
        return report;
    }

    private Kept keep(
            TemplateKey key,
            Texts texts,
            @Nullable Integer restoredFrom,
            @Nullable MedicalOverride override,
            IfMatch expected) {
        var warnings = checked(key, texts, override).warnings();
        var needed = warnings.stream().anyMatch(Finding::isMedical) ? override : null;
        while (true) {
            var before = inForce(key);
            expected.check(before.version());
            if (before.version() > 0 && before.texts().equals(texts)) {
                return new Kept(before, warnings, false);
            }
            var after = before.followedBy(texts, clock.instant(), restoredFrom, needed);
            if (rows.add(after)) {
                return new Kept(after, warnings, before.version() == 0);
            }
        }
    }

    private Linter.Report check(TemplateKey key, Texts texts, @Nullable MedicalOverride override) {
        return Linter.check(house.kind(key.kind()).orElseThrow(), texts, override != null)
                .with(sms.check(key, texts));
    }

    private Texts houseTexts(TemplateKey key) {
        return house.of(key.kind(), key.language()).texts();
    }
}
