package com.clinni.reminders.authoring;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.http.IfMatch;
import com.clinni.platform.http.Problem;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Finding;
import com.clinni.reminders.template.Linter;
import com.clinni.reminders.template.Texts;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private final AccessLog log;
    private final Clock clock;

    TemplateEditor(
            SavedTemplates rows, DefaultTemplates house, SmsCheck sms, AccessLog log, Clock clock) {
        this.rows = rows;
        this.house = house;
        this.sms = sms;
        this.log = log;
        this.clock = clock;
    }

    /** What is in force, and what a clinic should know about its words. */
    record Kept(SavedTemplate template, List<Finding> warnings, boolean isNew) {}

    SavedTemplate inForce(TemplateKey key) {
        return rows.newest(key).orElseGet(() -> SavedTemplate.house(key, houseTexts(key)));
    }

    /** Also of a text that no more would be saved: then its faults come first. */
    List<Finding> findings(SavedTemplate template) {
        var report = check(template.key(), template.texts(), template.overriddenBy() != null);
        return Stream.concat(report.refusals().stream(), report.warnings().stream()).toList();
    }

    /**
     * Saves texts.
     *
     * @param overrideReason why medical words are to pass, if they are
     */
    Kept save(TemplateKey key, Texts texts, @Nullable String overrideReason, IfMatch expected) {
        return keep(key, texts, null, overrideReason, expected);
    }

    /**
     * Version 0 brings the house's text back. A restored text is checked as a new one is, and one
     * with medical words needs a reason again.
     */
    Kept restore(TemplateKey key, int version, @Nullable String reason, IfMatch expected) {
        var old =
                version == 0
                        ? SavedTemplate.house(key, houseTexts(key))
                        : rows.version(key, version)
                                .orElseThrow(() -> Problem.of(404, "VERSION_UNKNOWN", "version"));
        var overrideReason = old.overriddenBy() == null ? null : AccessReason.of(reason);
        return keep(key, old.texts(), version, overrideReason, expected);
    }

    /** Refuses with everything that is wrong with the texts. */
    Linter.Report checked(TemplateKey key, Texts texts, boolean isOverridden) {
        var report = check(key, texts, isOverridden);
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
            @Nullable String overrideReason,
            IfMatch expected) {
        var warnings = checked(key, texts, overrideReason != null).warnings();
        var isOverridden = warnings.stream().anyMatch(Finding::isMedical);
        var entry =
                AccessEntry.of(action(isOverridden, restoredFrom))
                        .at(key.clinicId())
                        .about(key.kind())
                        .because(isOverridden ? overrideReason : null);
        var overriddenBy = isOverridden ? CurrentCaller.get().subject() : null;
        while (true) {
            var before = inForce(key);
            expected.check(before.version());
            if (before.version() > 0 && before.texts().equals(texts)) {
                return new Kept(before, warnings, false);
            }
            var after = before.followedBy(texts, clock.instant(), restoredFrom, overriddenBy);
            if (isAdded(after, entry)) {
                return new Kept(after, warnings, before.version() == 0);
            }
        }
    }

    private boolean isAdded(SavedTemplate template, AccessEntry entry) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var isAdded = rows.add(template);
                            if (isAdded) {
                                log.done(entry);
                            }
                            return isAdded;
                        });
    }

    private static AuditAction action(boolean isOverridden, @Nullable Integer restoredFrom) {
        if (isOverridden) {
            return AuditAction.MEDICAL_WORDS_OVERRIDDEN;
        }
        return restoredFrom == null ? AuditAction.TEMPLATE_SAVED : AuditAction.TEMPLATE_RESTORED;
    }

    private Linter.Report check(TemplateKey key, Texts texts, boolean isOverridden) {
        return Linter.check(house.kind(key.kind()).orElseThrow(), texts, isOverridden)
                .with(sms.check(key, texts));
    }

    private Texts houseTexts(TemplateKey key) {
        return house.of(key.kind(), key.language()).texts();
    }
}
