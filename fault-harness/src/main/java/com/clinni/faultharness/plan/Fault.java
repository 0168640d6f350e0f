package com.clinni.faultharness.plan;

import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.run.Link;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** A fault that is done to the running system. */
public sealed interface Fault {

    Set<CrashPoint> OF_REPLAYS = EnumSet.of(CrashPoint.K25, CrashPoint.K26);

    /** Whether it happens only once support replays what could not be delivered. */
    default boolean needsLetters() {
        return this instanceof Crash(var point, var nth) && OF_REPLAYS.contains(point);
    }

    /** kill -9, and a start. */
    record Kill(Service service) implements Fault {
        @Override
        public String toString() {
            return "kill -9 " + service.module();
        }
    }

    /** Death at a named place, when it is passed for the n-th time. */
    record Crash(CrashPoint point, int nth) implements Fault {
        @Override
        public String toString() {
            return "%s #%d in %s: %s"
                    .formatted(point, nth, point.service().module(), point.sentence());
        }
    }

    /** SIGSTOP past the lease while another node takes over, then SIGCONT. */
    record Freeze(Service service, Duration lasts) implements Fault {
        @Override
        public String toString() {
            return "stop %s for %d s".formatted(service.module(), lasts.toSeconds());
        }
    }

    /** A link is in trouble for a while; {@link CutKind} says in which. */
    record Cut(Link link, CutKind kind, Duration lasts) implements Fault {
        @Override
        public String toString() {
            return "%s on %s for %d s".formatted(kind, link, lasts.toSeconds());
        }
    }

    /** A second node comes and, after a while, goes: cleanly or by kill -9. */
    record Rebalance(Service service, boolean cleanly) implements Fault {
        @Override
        public String toString() {
            return "second node of %s comes and %s"
                    .formatted(service.module(), cleanly ? "leaves" : "is killed");
        }
    }

    /** Nothing happens for a while. */
    record Wait(Duration lasts) implements Fault {}

    /** SIGTERM, and a start, as a deployment does. */
    record Restart(Service service) implements Fault {
        @Override
        public String toString() {
            return "clean restart of " + service.module();
        }
    }
}
