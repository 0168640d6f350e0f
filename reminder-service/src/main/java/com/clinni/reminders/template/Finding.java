package com.clinni.reminders.template;

import com.clinni.events.text.TextMatch;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A fault or a warning about a text, with its place. It quotes no more of the text than the word
 * that it is about.
 *
 * @param field the part's name in requests
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units; where something is missing, the end of the text
 * @param variable the word between the braces where one is missing
 * @param word what should not stand there, where it is a word or a character
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        TemplateFault.Code code,
        String field,
        int line,
        int column,
        @Nullable String variable,
        @Nullable String word) {

    /** Whether somebody has to answer for it. */
    @JsonIgnore
    public boolean isMedical() {
        return code == TemplateFault.Code.MEDICAL_WORD;
    }

    static Finding of(TemplateFault fault, Part part) {
        return new Finding(fault.code(), part.field(), fault.line(), fault.column(), null, null);
    }

    /** At an index of the text. */
    public static Finding at(TemplateFault.Code code, Part part, String text, int index) {
        return at(code, part, text, index, null, null);
    }

    /** About a part of the text. */
    public static Finding of(TemplateFault.Code code, Part part, String text, TextMatch match) {
        return at(code, part, text, match.start(), null, match.words());
    }

    /** At the end of the text. */
    static Finding missing(Variable variable, Part part, String text) {
        return at(
                TemplateFault.Code.VARIABLE_MISSING,
                part,
                text,
                text.length(),
                variable.word(),
                null);
    }

    private static Finding at(
            TemplateFault.Code code,
            Part part,
            String text,
            int index,
            @Nullable String variable,
            @Nullable String word) {
        var before = text.substring(0, index);
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Finding(
                code,
                part.field(),
                line,
                index - (before.lastIndexOf('\n') + 1) + 1,
                variable,
                word);
    }
}
