package com.clinni.testbed.fault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows what a client says in PostgreSQL's protocol, as far as it takes to know when it commits:
 * in a simple query, or by a statement that it prepared, with a name or without.
 */
final class CommitFinder {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int INTEREST = 256;

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
    private final Set<String> statements = new HashSet<>();
    private final Set<String> portals = new HashSet<>();
    private boolean started;
    private char type;
    private long missing;

    /** Whether a commit is completed by this piece. */
    boolean isIn(byte[] bytes, int length) {
        var found = false;
        for (var i = 0; i < length; i++) {
            found |= take(bytes[i]);
        }
        return found;
    }

    private boolean take(byte next) {
        if (missing == 0) {
            header.write(next);
            if (header.size() < (started ? 5 : 4)) {
                return false;
            }
            beginMessage(ByteBuffer.wrap(header.toByteArray()));
        } else {
            missing--;
            if (payload.size() < INTEREST) {
                payload.write(next);
            }
        }
        return missing == 0 && endMessage();
    }

    private void beginMessage(ByteBuffer read) {
        type = started ? (char) read.get() : 0;
        missing = Math.max(0, read.getInt() - Integer.BYTES);
        header.reset();
        payload.reset();
    }

    private boolean endMessage() {
        if (!started) {
            var code = ByteBuffer.wrap(payload.toByteArray()).getInt();
            started = code != SSL_REQUEST && code != GSS_REQUEST;
            return false;
        }
        var texts = payload.toString(StandardCharsets.ISO_8859_1).split("\0", 3);
        return switch (type) {
            case 'Q' -> isCommit(texts[0]);
            case 'P' -> remember(statements, texts[0], isCommit(text(texts, 1)));
            case 'B' -> remember(portals, texts[0], statements.contains(text(texts, 1)));
            case 'E' -> portals.contains(texts[0]);
            default -> false;
        };
    }

    private static boolean remember(Set<String> names, String name, boolean commits) {
        if (commits) {
            names.add(name);
        } else {
            names.remove(name);
        }
        return false;
    }

    private static String text(String[] texts, int place) {
        return texts.length > place ? texts[place] : "";
    }

    private static boolean isCommit(String sql) {
        return sql.strip().equalsIgnoreCase("COMMIT");
    }
}
