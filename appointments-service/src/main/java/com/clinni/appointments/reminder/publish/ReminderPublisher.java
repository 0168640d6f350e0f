package com.clinni.appointments.reminder.publish;

import com.clinni.appointments.kafka.KafkaAvailability;
import com.clinni.events.ReminderDue;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Publishes due reminders. Any number of nodes may run it: rows another holds are skipped. It looks
 * whether Kafka is there before it holds any row, because a row that is held cannot be cancelled.
 */
@ApplicationScoped
class ReminderPublisher {

    private static final Logger LOG = Logger.getLogger(ReminderPublisher.class);
    private static final String SOURCE = "/clinni/appointments-service";
    private static final int TRANSACTION_SECONDS = 10;

    private final DueReminders reminders;
    private final EventPublisher publisher;
    private final KafkaAvailability kafka;
    private final ClaimSize size;
    private final Clock clock;
    private final Timer lateness;
    private final AtomicLong overdueSeconds;

    ReminderPublisher(
            DueReminders reminders,
            EventPublisher publisher,
            KafkaAvailability kafka,
            PublishConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.reminders = reminders;
        this.publisher = publisher;
        this.kafka = kafka;
        this.size = new ClaimSize(config.batchSize());
        this.clock = clock;
        this.lateness =
                Timer.builder("reminders.published")
                        .description("Published reminders, and how long after they were due")
                        .serviceLevelObjectives(
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(10))
                        .register(metrics);
        this.overdueSeconds = metrics.gauge("reminders.overdue.seconds", new AtomicLong());
    }

    @ActsForService("publish-due-reminders")
    @Scheduled(
            identity = "publish-due-reminders",
            every = "${reminders.poll-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void publishDue() {
        try {
            if (size.mayClaim(System.nanoTime()) && kafka.answers()) {
                publishAll();
            }
        } finally {
            observeOverdue();
        }
    }

    private void publishAll() {
        try {
            int claimed;
            do {
                claimed = size.now();
                // a full batch means more may be due
            } while (publishBatch(claimed) == claimed);
        } catch (RuntimeException e) {
            size.failed(System.nanoTime());
            throw e;
        }
    }

    /**
     * The rows leave with the broker's acknowledgement or not at all: a crash in between repeats an
     * event, and its id tells.
     */
    private int publishBatch(int most) {
        var now = clock.instant();
        var claim =
                QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(
                                () -> {
                                    var due = reminders.claim(now, most);
                                    publisher.publish(publications(due.events(), now));
                                    return due;
                                });
        size.succeeded();
        tell(claim.events(), now);
        return claim.rows();
    }

    static List<Publication> publications(List<ReminderDue> due, Instant now) {
        return due.stream().map(event -> Publication.of(event, SOURCE, now)).toList();
    }

    private void tell(List<ReminderDue> published, Instant now) {
        for (var reminder : published) {
            lateness.record(Duration.between(reminder.dueAt(), now));
            LOG.infof("reminder %s published, due %s", reminder.reminderId(), reminder.dueAt());
        }
    }

    private void observeOverdue() {
        var oldest = QuarkusTransaction.requiringNew().call(reminders::oldest);
        var seconds = oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
        overdueSeconds.set(Math.max(0, seconds));
    }
}
