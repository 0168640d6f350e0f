package com.clinni.fallback.replay;

import com.clinni.fallback.problem.Reason;
import com.clinni.platform.http.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A request to replay dead letters. */
record ReplayRequest(
        List<String> ids, Boolean dryRun, String reason, Target to, Boolean mayDuplicate) {

    private static final int MOST = 5_000;
    private static final String UUID_TEXT =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /** Where it is sent. */
    enum Target {
        CHANNEL_THAT_FAILED
    }

    /** A request that can be carried out. */
    record Checked(List<UUID> ids, boolean dryRun, String reason, boolean mayDuplicate) {

        /** Tells one body from another. */
        String hash() {
            try {
                var sha = MessageDigest.getInstance("SHA-256");
                var bytes = toString().getBytes(StandardCharsets.UTF_8);
                return HexFormat.of().formatHex(sha.digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    Checked checked() {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw Problem.of(
                    422, "OUT_OF_RANGE", "ids", "Between 1 and " + MOST + " ids are needed.");
        }
        if (ids.stream().anyMatch(id -> id == null || !id.matches(UUID_TEXT))) {
            throw Problem.of(400, "INVALID", "ids", "Ids are UUIDs.");
        }
        return new Checked(
                ids.stream().map(UUID::fromString).distinct().toList(),
                Boolean.TRUE.equals(dryRun),
                Reason.of(reason),
                Boolean.TRUE.equals(mayDuplicate));
    }
}
