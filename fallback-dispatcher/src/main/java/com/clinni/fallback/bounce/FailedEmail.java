package com.clinni.fallback.bounce;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One of our e-mails that will not arrive.
 *
 * @param messageId its Message-ID, as we gave it
 */
record FailedEmail(String messageId, UUID reminderId, int generation) {

    private static final String REMINDER = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
    private static final String GENERATION = "(\\d{1,6})";
    private static final Pattern WHOLE =
            Pattern.compile("<" + REMINDER + "\\." + GENERATION + "@([!-~]{1,200})>");

    /** A domain ends in a letter or a digit, the sentence that names it may end in a full stop. */
    private static final Pattern SOMEWHERE =
            Pattern.compile("\\b" + REMINDER + "\\." + GENERATION + "@(\\w(?:[\\w.-]{0,198}\\w)?)");

    /** The e-mail of ours that this Message-ID names, if it names one. */
    static Optional<FailedEmail> named(String messageId) {
        var id = WHOLE.matcher(messageId.strip());
        return id.matches() ? Optional.of(of(id)) : Optional.empty();
    }

    /** Those that are named anywhere in a text, in their order. */
    static Set<FailedEmail> namedIn(String text) {
        var found = new LinkedHashSet<FailedEmail>();
        SOMEWHERE.matcher(text).results().forEach(id -> found.add(of(id)));
        return found;
    }

    private static FailedEmail of(MatchResult id) {
        return new FailedEmail(
                "<%s.%s@%s>".formatted(id.group(1), id.group(2), id.group(3)),
                UUID.fromString(id.group(1)),
                Integer.parseInt(id.group(2)));
    }
}
