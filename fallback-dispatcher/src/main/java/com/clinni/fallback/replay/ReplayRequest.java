package com.clinni.fallback.replay;

import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.http.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to replay dead letters: those of the ids, or those that the filter finds.
 *
 * @param mayDuplicate whether patients who may have the message may get it again
 * @param despite verdicts that the person who asks knows better than
 */
record ReplayRequest(
        @Nullable List<String> ids,
        @Nullable ReplayFilter filter,
        @Nullable Boolean dryRun,
        @Nullable String reason,
        @Nullable Target to,
        @Nullable Boolean mayDuplicate,
        @Nullable List<Overruled> despite) {

    /** How many ids one request may have, and of how many items an answer tells the verdicts. */
    static final int MOST = 5_000;

    private static final String UUID_TEXT =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /** Where it is sent. */
    enum Target {
        CHANNEL_THAT_FAILED
    }

    /** A verdict that a person may overrule; no other one would change what happens. */
    enum Overruled {
        /** It may wait for its line. */
        LINE_DOWN,
        /** Whoever could not read it has changed meanwhile, or its clinic is known now. */
        WILL_FAIL_AGAIN
    }

    /**
     * A request that can be carried out.
     *
     * @param ids empty where a filter finds them
     */
    record Checked(
            List<UUID> ids,
            ReplayFilter.@Nullable Checked filter,
            boolean dryRun,
            String reason,
            Terms terms) {

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

    /** The risks that a person takes with a replay. */
    record Terms(boolean mayDuplicate, Set<Overruled> despite) {

        static final Terms NONE = new Terms(false, Set.of());

        boolean overrules(Overruled verdict) {
            return despite.contains(verdict);
        }
    }

    Checked checked() {
        if (filter == null) {
            return checked(checkedIds(), null);
        }
        if (ids != null) {
            throw Problem.of(422, "INVALID", "filter", "Either ids or a filter.");
        }
        return checked(List.of(), filter.checked());
    }

    private Checked checked(List<UUID> letters, ReplayFilter.@Nullable Checked finding) {
        return new Checked(
                letters,
                finding,
                Boolean.TRUE.equals(dryRun),
                AccessReason.of(reason),
                new Terms(Boolean.TRUE.equals(mayDuplicate), overruled()));
    }

    private List<UUID> checkedIds() {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw Problem.of(
                    422, "OUT_OF_RANGE", "ids", "Between 1 and " + MOST + " ids are needed.");
        }
        if (ids.stream().anyMatch(id -> id == null || !id.matches(UUID_TEXT))) {
            throw Problem.of(400, "INVALID", "ids", "Ids are UUIDs.");
        }
        return ids.stream().map(UUID::fromString).distinct().toList();
    }

    private Set<Overruled> overruled() {
        if (despite == null || despite.isEmpty()) {
            return Set.of();
        }
        if (despite.stream().anyMatch(verdict -> verdict == null)) {
            throw Problem.of(400, "INVALID", "despite", "It is a list of verdicts.");
        }
        return EnumSet.copyOf(despite);
    }
}
