package com.clinni.whatsapp.line.health;

import com.clinni.events.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns the results of single calls into the health of a line. What the gateway says of itself
 * counts at once; silence counts when it happens several times in a row.
 */
@ApplicationScoped
public class LineHealth implements LineObserver {

    private record Key(String line, HealthSource sensor) {}

    private final Map<Key, Integer> silences = new ConcurrentHashMap<>();
    private final LineStatuses statuses;
    private final int downAfter;

    LineHealth(LineStatuses statuses, HealthConfig config) {
        this.statuses = statuses;
        this.downAfter = config.downAfter();
    }

    @Override
    public void failed(String line, HealthSource sensor, Cause cause) {
        var inARow = silences.merge(new Key(line, sensor), 1, Integer::sum);
        if (cause != Cause.GATEWAY_UNREACHABLE || inARow >= downAfter) {
            failedForSure(line, sensor, cause);
        }
    }

    /** A call met trouble that stands. */
    public void failedForSure(String line, HealthSource sensor, Cause cause) {
        statuses.change(line, (status, now) -> status.failed(sensor, cause, now));
    }

    @Override
    public void worked(String line, HealthSource sensor) {
        silences.remove(new Key(line, sensor));
    }

    /**
     * The session works. Where calls failed and nothing is left to try the line with, that must do:
     * else the next message would meet an outage that nobody knows to be over.
     */
    public void sessionWorks(String line, Duration probeEvery) {
        recovered(line, HealthSource.SESSION);
        if (statuses.hasNothingToTryWith(line, probeEvery)) {
            recovered(line, HealthSource.SEND);
        }
    }

    /** A send that is accepted shows that everything works, save that anything arrives. */
    private static boolean tells(HealthSource sensor, HealthSource trouble) {
        return sensor == HealthSource.SEND && trouble != HealthSource.SILENCE;
    }

    @Override
    public void recovered(String line, HealthSource sensor) {
        worked(line, sensor);
        statuses.change(
                line,
                (status, now) ->
                        status.by() == sensor || tells(sensor, status.by())
                                ? status.recovered(now)
                                : status);
    }
}
