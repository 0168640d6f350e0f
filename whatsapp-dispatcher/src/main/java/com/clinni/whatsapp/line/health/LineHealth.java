package com.clinni.whatsapp.line.health;

import com.clinni.events.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the results of single calls into the health of a line. What the gateway says of itself
 * counts at once; silence counts when it happens several times in a row.
 */
@ApplicationScoped
public class LineHealth implements LineObserver {

    private record Key(String line, HealthSource source) {}

    private final Map<Key, Integer> silences = new ConcurrentHashMap<>();
    private final LineStatuses statuses;
    private final int downAfter;

    LineHealth(LineStatuses statuses, HealthConfig config) {
        this.statuses = statuses;
        this.downAfter = config.downAfter();
    }

    @Override
    public void failed(String line, HealthSource source, Cause cause) {
        var inARow = silences.merge(new Key(line, source), 1, Integer::sum);
        if (cause != Cause.GATEWAY_UNREACHABLE || inARow >= downAfter) {
            failedForSure(line, source, cause);
        }
    }

    /** A call met trouble that stands. */
    public void failedForSure(String line, HealthSource source, Cause cause) {
        statuses.change(line, (status, now) -> status.failed(source, cause, now));
    }

    @Override
    public void worked(String line, HealthSource source) {
        silences.remove(new Key(line, source));
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
    private static boolean tells(HealthSource source, @Nullable HealthSource trouble) {
        return source == HealthSource.SEND
                && trouble != HealthSource.SILENCE
                && trouble != HealthSource.RECEIPT;
    }

    @Override
    public void recovered(String line, HealthSource source) {
        worked(line, source);
        statuses.change(
                line,
                (status, now) ->
                        status.by() == source || tells(source, status.by())
                                ? status.recovered(now)
                                : status);
    }
}
