package com.clinni.whatsapp.line.health;

import com.clinni.events.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a line: its health and, apart from it, whether a person paused it.
 *
 * @param by who found out that it is not able
 * @param cause why it is not able
 * @param since when its health last changed
 * @param pause a person's stop
 * @param outageSince since when it cannot send, for whatever reason
 */
public record LineStatus(
        Health health,
        @Nullable HealthSource by,
        @Nullable Cause cause,
        Instant since,
        @Nullable Pause pause,
        @Nullable Instant outageSince) {

    /**
     * A person's stop.
     *
     * @param waits whether messages wait for the end of it instead of falling back
     */
    public record Pause(Instant since, String reason, boolean waits) {}

    public static LineStatus able(Instant now) {
        return new LineStatus(Health.ABLE, null, null, now, null, null);
    }

    public boolean canSend() {
        return health == Health.ABLE && pause == null;
    }

    public LineState state() {
        if (pause != null) {
            return LineState.PAUSED;
        }
        return switch (health) {
            case ABLE -> LineState.ABLE;
            case DOWN -> LineState.DOWN;
            case RESTRICTED -> LineState.RESTRICTED;
        };
    }

    LineStatus recovered(Instant now) {
        return health == Health.ABLE
                ? this
                : new LineStatus(
                        Health.ABLE, null, null, now, pause, pause == null ? null : outageSince);
    }

    /**
     * A lost session outweighs what single calls say: its end is what ends the trouble. A line that
     * accepts and delivers nothing outweighs that too: its session says that all is well.
     */
    LineStatus failed(HealthSource source, Cause why, Instant now) {
        var wanted = why == Cause.LINE_RESTRICTED ? Health.RESTRICTED : Health.DOWN;
        var known = health == wanted && (by == source ? cause == why : outweighs(source));
        if (known || health == Health.RESTRICTED) {
            return this;
        }
        return new LineStatus(
                wanted,
                source,
                why,
                health == Health.ABLE ? now : since,
                pause,
                outageSince == null ? now : outageSince);
    }

    private boolean outweighs(HealthSource source) {
        return by == HealthSource.SILENCE
                || (by == HealthSource.SESSION && source != HealthSource.SILENCE);
    }

    public LineStatus paused(String reason, boolean waits, Instant now) {
        return new LineStatus(
                health,
                by,
                cause,
                since,
                new Pause(now, reason, waits),
                outageSince == null ? now : outageSince);
    }

    /**
     * The person's stop ends, and with it a restriction: looking again is the person's decision. A
     * pause that said "wait" is not held against what waited.
     */
    public LineStatus resumed(Instant now) {
        if (health == Health.ABLE || health == Health.RESTRICTED) {
            return able(now);
        }
        var outage = pause != null && pause.waits() ? now : outageSince;
        return new LineStatus(health, by, cause, since, null, outage);
    }

    /** What an outage that begins now is called. */
    String outageName() {
        return cause == null ? LineState.PAUSED.name() : cause.name();
    }
}
