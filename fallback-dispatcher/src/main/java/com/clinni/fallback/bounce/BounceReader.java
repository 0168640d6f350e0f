package com.clinni.fallback.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads delivery status notifications (RFC 3464, 6522 and 6533) about our e-mails, forwarded ones
 * too. Whoever writes to our sender address can have a mail read, so there are limits: what lies
 * beyond them is not read, and what was read before it counts.
 */
final class BounceReader {

    /** A report has three parts; one that was forwarded a few more. */
    private static final int MOST_PARTS = 20;

    /** Multiparts and mails inside each other. */
    private static final int DEEPEST = 8;

    private static final int MOST_RECIPIENTS = 20;
    private static final int LARGEST_TEXT = 64 * 1024;

    private static final MimeConfig LIMITS =
            MimeConfig.custom()
                    .setMaxHeaderCount(500)
                    .setMaxHeaderLen(64 * 1024)
                    .setMaxLineLen(64 * 1024)
                    .build();

    private int parts;

    private BounceReader() {}

    /** Empty for delays, successes, automatic answers, other people's mails, and anything else. */
    static Optional<FailedEmail> read(byte[] mail) {
        return new BounceReader().mail(new ByteArrayInputStream(mail), 0).failed();
    }

    private BounceContents mail(InputStream bytes, int depth) {
        var contents = new BounceContents();
        try {
            collect(tokens(bytes, RecursionMode.M_NO_RECURSE), depth, contents);
        } catch (IOException | MimeException _) {
            // broken off or beyond a limit: what was read so far counts
        }
        return contents;
    }

    private void collect(MimeTokenStream tokens, int depth, BounceContents contents)
            throws IOException, MimeException {
        var level = depth;
        var isInHeader = true;
        for (var state = tokens.getState();
                state != EntityState.T_END_OF_STREAM && level <= DEEPEST && parts <= MOST_PARTS;
                state = tokens.next()) {
            switch (state) {
                case T_FIELD -> {
                    if (isInHeader) {
                        contents.header(tokens.getField());
                    }
                }
                case T_END_HEADER -> isInHeader = false;
                case T_START_MULTIPART -> level++;
                case T_END_MULTIPART -> level--;
                case T_START_BODYPART -> parts++;
                case T_BODY -> body(tokens, level, contents);
                default -> {
                    // nothing stands there
                }
            }
        }
    }

    private void body(MimeTokenStream tokens, int level, BounceContents contents)
            throws IOException, MimeException {
        var decoded = tokens.getDecodedInputStream();
        var type = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" ->
                    statuses(decoded, contents);
            case "message/rfc822",
                    "message/global",
                    "text/rfc822-headers",
                    "message/global-headers" -> {
                if (level < DEEPEST) {
                    contents.enclose(mail(decoded, level + 1));
                }
            }
            default -> {
                if (type.startsWith("text/")) {
                    contents.text(text(decoded.readNBytes(LARGEST_TEXT)));
                }
            }
        }
    }

    /** One block of lines for the mail, then one for each recipient, as headers are written. */
    private static void statuses(InputStream decoded, BounceContents contents)
            throws IOException, MimeException {
        var rest = decoded.readAllBytes();
        for (var block = 0; block <= MOST_RECIPIENTS && rest.length > 0; block++) {
            var tokens = tokens(new ByteArrayInputStream(rest), RecursionMode.M_FLAT);
            rest = new byte[0];
            for (var state = tokens.getState();
                    state != EntityState.T_END_OF_STREAM;
                    state = tokens.next()) {
                if (state == EntityState.T_FIELD) {
                    contents.status(tokens.getField());
                } else if (state == EntityState.T_BODY) {
                    rest = tokens.getInputStream().readAllBytes();
                }
            }
        }
    }

    private static MimeTokenStream tokens(InputStream bytes, RecursionMode mode) {
        var tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(mode);
        tokens.parse(bytes);
        return tokens;
    }

    /** Ids are ASCII: whatever else stands there need not be understood. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
