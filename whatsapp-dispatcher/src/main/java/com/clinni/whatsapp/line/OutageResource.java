package com.clinni.whatsapp.line;

import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.http.Problem;
import com.clinni.whatsapp.line.outage.Outage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The outages of lines, by interval. */
@Path("/outages")
@Produces(MediaType.APPLICATION_JSON)
class OutageResource {

    private static final Duration UNLESS_TOLD = Duration.ofDays(30);

    private final Clock clock;

    OutageResource(Clock clock) {
        this.clock = clock;
    }

    record OutageView(String line, Instant from, Instant to, String cause, Duration lasted) {}

    /** The outages that touch the interval; without one, those of the last 30 days. */
    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @NotRecorded(because = "lines, and nothing of patients")
    public List<OutageView> outages(@QueryParam("from") String from, @QueryParam("to") String to) {
        var now = clock.instant();
        var end = instant("to", to, now.plusSeconds(1));
        var begin = instant("from", from, end.minus(UNLESS_TOLD));
        if (!begin.isBefore(end)) {
            throw Problem.of(422, "INTERVAL_EMPTY", "to");
        }
        return Outage.between(begin, end).stream().map(outage -> view(outage, now)).toList();
    }

    private static OutageView view(Outage outage, Instant now) {
        var end = outage.endedAt == null ? now : outage.endedAt;
        return new OutageView(
                outage.line,
                outage.beganAt,
                outage.endedAt,
                outage.cause,
                Duration.between(outage.beganAt, end));
    }

    private static Instant instant(String field, String written, Instant absent) {
        try {
            return written == null || written.isBlank()
                    ? absent
                    : OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.of(422, "NOT_AN_INSTANT", field);
        }
    }
}
