package com.clinni.testbed.conformance;

import com.clinni.testbed.conformance.WatchedConsumer.Watched;
import com.clinni.testbed.fault.LinkFault;
import java.net.URI;
import java.time.Duration;

/**
 * How every service watches its consumers. A test of the service starts {@link WatchedConsumer} and
 * runs these in their order.
 */
public final class ConsumersConformance {

    private final Watched watched;
    private final WatchedService service;
    private final Runnable stop;
    private final Runnable goOn;

    /**
     * @param stop makes the service's consumer of the channel hang
     * @param goOn ends that
     */
    public ConsumersConformance(Watched watched, URI service, Runnable stop, Runnable goOn) {
        this.watched = watched;
        this.service = new WatchedService(service);
        this.stop = stop;
        this.goOn = goOn;
    }

    /** A partition that was emptied before it had a commit counts as nothing waiting. */
    public void emptiedPartitionsHaveNothingWaiting() throws Exception {
        try (var records = new TopicRecords(watched.kafka(), watched.topic())) {
            stop.run();
            records.sendTo(records.partitions().getFirst());
            Await.until("the one record that waits is counted", () -> lags(1));
        } finally {
            goOn.run();
        }
        Await.until("nothing waits", () -> lags(0) && service.isLive());
    }

    /** A consumer that hangs is told by name, and not where the database is away. */
    public void aServiceWithoutDatabaseStaysLive() throws Exception {
        try (var records = new TopicRecords(watched.kafka(), watched.topic())) {
            stop.run();
            records.sendToEveryPartition();
            Await.until("the consumer hangs", () -> !service.isLive());
            Await.until("it is told by name", () -> service.says(watched.channel()));

            watched.database().fault(LinkFault.REFUSE);
            Await.until("no restart brings a database back", service::isLive);
            Await.during(Duration.ofSeconds(4), "it stays live", service::isLive);
        } finally {
            watched.database().heal();
            goOn.run();
        }
        Await.until("it went on", () -> service.isLive() && lags(0));
    }

    /** A neighbour that goes on does not hide that this node hangs. */
    public void aStuckNodeIsNotHiddenByItsNeighbour() throws Exception {
        try (var records = new TopicRecords(watched.kafka(), watched.topic());
                var neighbour = new Neighbour(watched.kafka(), watched.group(), watched.topic())) {
            var all = records.partitions().size();
            Await.until(
                    "both have partitions",
                    () -> {
                        var theirs = neighbour.takeSome().size();
                        return theirs > 0 && theirs < all;
                    });
            stop.run();
            Await.until(
                    "the node that hangs is not live while its neighbour goes on",
                    () -> {
                        records.sendToEveryPartition();
                        neighbour.takeSome();
                        return !service.isLive();
                    });
        } finally {
            goOn.run();
        }
        Await.until("it went on", () -> service.isLive() && lags(0));
    }

    private boolean lags(int records) throws Exception {
        return service.value("clinni_consumer_lag{channel=\"%s\"}".formatted(watched.channel()))
                .filter(lag -> lag == records)
                .isPresent();
    }
}
