package com.clinni.reminders.template;

import com.clinni.events.text.MessageWords;
import com.clinni.events.text.WebLinks;
import com.clinni.reminders.template.TemplateFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a clinic's texts before any patient does. */
public final class Linter {

    private final Kind kind;
    private final boolean mayNameMedical;
    private final List<Finding> refusals = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    private Linter(Kind kind, boolean mayNameMedical) {
        this.kind = kind;
        this.mayNameMedical = mayNameMedical;
    }

    /** With refusals a template is not saved; with warnings it is. */
    public record Report(List<Finding> refusals, List<Finding> warnings) {

        /** The same, and what another check found. */
        public Report with(Report more) {
            return new Report(
                    Stream.concat(refusals.stream(), more.refusals.stream()).toList(),
                    Stream.concat(warnings.stream(), more.warnings.stream()).toList());
        }
    }

    /**
     * Checks all parts.
     *
     * @param mayNameMedical somebody with the right to answers for medical words, which are only
     *     warned of then
     */
    public static Report check(Kind kind, Texts texts, boolean mayNameMedical) {
        var linter = new Linter(kind, mayNameMedical);
        for (var part : Part.values()) {
            linter.check(part, texts.of(part));
        }
        return new Report(List.copyOf(linter.refusals), List.copyOf(linter.warnings));
    }

    /** Whether it names a diagnosis, a treatment or a speciality. */
    public static boolean namesAnAilment(String text) {
        return MessageWords.medical(text).isPresent();
    }

    private void check(Part part, String text) {
        if (text.isBlank()) {
            refusals.add(Finding.at(Code.EMPTY, part, "", 0));
            return;
        }
        try {
            checkVariables(part, text, TextTemplate.parse(kind, part, text));
            checkWords(part, text);
        } catch (TemplateFault fault) {
            refusals.add(Finding.of(fault, part));
        }
    }

    private void checkVariables(Part part, String text, TextTemplate template) {
        for (var variable : kind.variables()) {
            if (template.variables().contains(variable)) {
                continue;
            }
            if (kind.requiredIn(part).contains(variable)) {
                refusals.add(Finding.missing(variable, part, text));
            } else if (kind.expected().getOrDefault(part, Set.of()).contains(variable)) {
                warnings.add(Finding.missing(variable, part, text));
            }
        }
    }

    private void checkWords(Part part, String text) {
        MessageWords.medical(text)
                .ifPresent(
                        match ->
                                (mayNameMedical ? warnings : refusals)
                                        .add(Finding.of(Code.MEDICAL_WORD, part, text, match)));
        MessageWords.marketing(text)
                .ifPresent(
                        match -> refusals.add(Finding.of(Code.MARKETING_WORD, part, text, match)));
        WebLinks.firstIn(text)
                .ifPresent(match -> refusals.add(Finding.of(Code.LINK, part, text, match)));
    }
}
