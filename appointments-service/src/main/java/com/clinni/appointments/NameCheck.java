package com.clinni.appointments;

import com.clinni.events.text.MessageWords;
import com.clinni.events.text.TextMatch;
import com.clinni.events.text.WebLinks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks names and addresses, which messages say as they were written. A link is refused, because a
 * message in Clinni's name is what a fraudster would want it to stand in; words that only look odd
 * there are told to whoever wrote them.
 */
public final class NameCheck {

    /** Control characters, and what turns the direction of reading. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private NameCheck() {}

    /**
     * The first thing in a name or an address that no message may say; empty when there is none.
     */
    public static Optional<FieldFault> fault(@Nullable String written, String field) {
        var text = written == null ? "" : written.strip();
        if (CONTROL.matcher(text).find()) {
            return Optional.of(new FieldFault("CONTROL_CHARACTER", field));
        }
        return WebLinks.firstIn(text).map(link -> new FieldFault("LINK", field));
    }

    /** Warnings about a name or an address, each with the words that it is about. */
    public static List<FieldWarning> warnings(@Nullable String written, String field) {
        var text = written == null ? "" : written;
        return Stream.of(
                        MessageWords.phoneNumber(text)
                                .map(
                                        match ->
                                                warning(
                                                        "PHONE_NUMBER",
                                                        field,
                                                        "a phone number",
                                                        match)),
                        MessageWords.marketing(text)
                                .map(
                                        match ->
                                                warning(
                                                        "MARKETING_WORD",
                                                        field,
                                                        "advertising",
                                                        match)),
                        MessageWords.medical(text)
                                .map(
                                        match ->
                                                warning(
                                                        "MEDICAL_WORD",
                                                        field,
                                                        "a medical word",
                                                        match)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static FieldWarning warning(String code, String field, String what, TextMatch match) {
        return new FieldWarning(
                code, field, "Messages will say %s: \"%s\".".formatted(what, match.words()));
    }
}
