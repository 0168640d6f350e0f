package com.clinni.appointments.reminder.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.jboss.logging.Logger;

/** Counts what the sweeper had to repair. In normal running nothing is ever counted. */
@Startup
@ApplicationScoped
class RepairMetrics {

    static final String NAME = "clinni.sweeper.repairs";

    private static final Logger LOG = Logger.getLogger(RepairMetrics.class);

    private final MeterRegistry metrics;

    /** What was found. */
    enum What {
        /** A visit to come lacked a reminder that the rules give it. */
        UNPLANNED,
        /** A due reminder stood in no queue. */
        UNQUEUED,
        /** A published reminder was never reported on. */
        LOST
    }

    RepairMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        Arrays.stream(What.values()).forEach(this::counter); // each is there from the first scrape
    }

    private Counter counter(What what) {
        return metrics.counter(NAME, "what", what.name());
    }

    void count(What what, Object id) {
        counter(what).increment();
        LOG.warnf("sweeper repaired what=%s id=%s", what, id);
    }
}
