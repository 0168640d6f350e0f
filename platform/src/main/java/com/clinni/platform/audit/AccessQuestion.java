package com.clinni.platform.audit;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A question to the access log, as the query of a request asks it. Reading refuses bad values. */
class AccessQuestion {

    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    @Parameter(description = "At this instant or later: 2030-03-05T10:00:00+01:00")
    @QueryParam("from")
    @Nullable String from;

    @Parameter(description = "Before this instant")
    @QueryParam("to")
    @Nullable String to;

    @QueryParam("clinic")
    @Nullable String clinic;

    @Parameter(description = "Who it was, as its token names it")
    @QueryParam("subject")
    @Nullable String subject;

    @QueryParam("action")
    @Nullable String action;

    @Parameter(description = "The id of what was read or changed")
    @QueryParam("subjectId")
    @Nullable String subjectId;

    @Parameter(description = "The next of the page before")
    @QueryParam("after")
    @Nullable String after;

    /** The values of the statement. */
    Map<String, @Nullable Object> values() {
        var begin = instant("from", from);
        var end = instant("to", to);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw refused("to");
        }
        var position = AccessPosition.read(after);
        var values = new HashMap<String, @Nullable Object>();
        values.put("from", begin);
        values.put("to", end);
        values.put("clinic", plain("clinic", clinic));
        values.put("subject", plain("subject", subject));
        values.put("action", action());
        values.put("subjectId", plain("subjectId", subjectId));
        values.put("beforeAt", position == null ? null : position.at());
        values.put("beforeId", position == null ? null : position.id());
        return values;
    }

    private @Nullable String action() {
        if (isAbsent(action)) {
            return null;
        }
        return Arrays.stream(AuditAction.values())
                .map(Enum::name)
                .filter(name -> name.equals(action))
                .findFirst()
                .orElseThrow(() -> refused("action"));
    }

    private static @Nullable String plain(String field, @Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        if (written.length() > LONGEST || written.chars().anyMatch(Character::isISOControl)) {
            throw refused(field);
        }
        return written;
    }

    private static @Nullable Instant instant(String field, @Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            var at = OffsetDateTime.parse(written);
            if (at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
        } catch (DateTimeException e) {
            // it is told below
        }
        throw refused(field);
    }

    private static boolean isAbsent(@Nullable String written) {
        return written == null || written.isEmpty();
    }

    static Problem refused(String field) {
        return Problem.of(400, "INVALID", field, "This filter has a value it cannot have.");
    }
}
