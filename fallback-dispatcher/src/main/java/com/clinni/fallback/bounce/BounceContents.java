package com.clinni.fallback.bounce;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a mail as far as they are about an e-mail that came back, collected while the
 * mail is read: whether something failed for good, and every place where one of our Message-IDs
 * stands.
 */
final class BounceContents {

    private boolean hasFailed;
    private @Nullable String messageId;
    private @Nullable BounceContents enclosed;
    private final Set<FailedEmail> answered = new LinkedHashSet<>();
    private final Set<FailedEmail> mentioned = new LinkedHashSet<>();
    private @Nullable FailedEmail attached;

    /** A line of the mail's own header. */
    void header(Field line) {
        switch (line.getName().toLowerCase(Locale.ROOT)) {
            case "message-id" -> messageId = messageId == null ? line.getBody() : messageId;
            case "in-reply-to", "references" ->
                    answered.addAll(FailedEmail.namedIn(line.getBody()));
            default -> {
                // says nothing about another mail
            }
        }
    }

    /** A line of a report about one recipient. Our e-mails have one, so it is that one. */
    void status(Field line) {
        var body = line.getBody();
        if (line.getName().equalsIgnoreCase("Action")) {
            hasFailed |= isFailed(body);
        } else {
            mentioned.addAll(FailedEmail.namedIn(body));
        }
    }

    /** The mail that came back, or its header; or another report, which speaks for itself. */
    void enclose(BounceContents other) {
        attached = attached == null ? other.failed().orElse(null) : attached;
        enclosed = enclosed == null && other.messageId != null ? other : enclosed;
    }

    void text(String words) {
        mentioned.addAll(FailedEmail.namedIn(words));
    }

    /**
     * The e-mail of ours that failed, if one did. The mail that came back says best which it is,
     * then the one that is answered; of a text that names several nobody knows which it means.
     */
    Optional<FailedEmail> failed() {
        if (attached != null) {
            return Optional.of(attached);
        }
        if (!hasFailed) {
            return Optional.empty();
        }
        if (enclosed != null && enclosed.messageId != null) {
            return FailedEmail.named(enclosed.messageId);
        }
        return only(answered).or(() -> only(mentioned));
    }

    private static Optional<FailedEmail> only(Set<FailedEmail> named) {
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /** Failed is final (RFC 3464, 2.3.3), whatever the status says; a remark may follow. */
    private static boolean isFailed(String action) {
        return action.strip().split("[\\s(;]", 2)[0].equalsIgnoreCase("failed");
    }
}
