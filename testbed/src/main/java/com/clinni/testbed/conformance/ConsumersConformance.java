package com.clinni.testbed.conformance;

import com.clinni.testbed.fault.LinkFault;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Checks that a service watches its consumers as every service does. It runs on {@link
 * ConformanceServers}.
 */
@TestMethodOrder(OrderAnnotation.class)
public interface ConsumersConformance {

    /** Long enough for a consumer that is held responsible to be told of. */
    Duration A_WHILE = Duration.ofMillis(1_500);

    Duration LIMIT = Duration.ofSeconds(10);

    Watched watched();

    KafkaClientService clients();

    /** Has the service look at its consumers now, as it does every second by itself. */
    void look() throws Exception;

    /** First, because it needs partitions without a commit. The service looks by itself here. */
    @Test
    @Order(1)
    default void partitions_that_were_emptied_before_a_commit_have_nothing_waiting()
            throws Exception {
        Await.until("it has its partitions", () -> !assigned().isEmpty());
        Await.until("nothing waits", () -> lags(0));
        try (var records = new TopicRecords(watched().kafka(), watched().topics())) {
            stop();
            records.sendTo(Set.of(records.partitions().getLast()));
            Await.until("the one record that waits is counted", () -> lags(1));
        } finally {
            goOn();
        }
        Await.until("nothing waits any more", () -> lags(0) && isLive());
    }

    @Test
    @Order(2)
    default void every_channel_that_consumes_is_watched() throws Exception {
        var channel = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.connector");
        var configured =
                StreamSupport.stream(
                                ConfigProvider.getConfig().getPropertyNames().spliterator(), false)
                        .flatMap(name -> channel.matcher(name).results())
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        for (var each : configured) {
            if (lag(each) < 0) {
                throw new AssertionError("nobody watches " + each);
            }
        }
    }

    @Test
    @Order(2)
    default void every_channel_is_set_as_promised() {
        var deviations = new PromisedChannels(clients(), ConfigProvider.getConfig()).deviations();
        if (!deviations.isEmpty()) {
            throw new AssertionError(String.join(" ", deviations));
        }
    }

    @Test
    @Order(3)
    default void a_consumer_that_hangs_is_told_by_name_but_not_while_the_database_is_away()
            throws Exception {
        try (var records = new TopicRecords(watched().kafka(), watched().topics())) {
            stop();
            records.sendToEveryPartition();
            Await.until("the consumer hangs", () -> !isLiveNow());
            Await.until("it is told by name", () -> answers().says(watched().channel()));

            watched().database().fault(LinkFault.Plain.REFUSE);
            Await.until("no restart brings a database back", this::isLiveNow);
            Await.during(A_WHILE, "it stays live", this::isLiveNow);
        } finally {
            watched().database().heal();
            goOn();
        }
        Await.until("it went on", () -> isLiveNow() && lags(0));
    }

    @Test
    @Order(4)
    default void a_node_is_judged_by_its_own_partitions_not_by_its_neighbours() throws Exception {
        try (var records = new TopicRecords(watched().kafka(), watched().topics());
                var neighbour =
                        new NeighbourNode(
                                watched().kafka(), watched().group(), watched().topics())) {
            var all = records.partitions().size();
            Await.until(
                    "both have partitions",
                    () -> {
                        var theirs = neighbour.takeSome().size();
                        return theirs > 0 && theirs + assigned().size() == all;
                    });
            records.sendToEveryPartition();
            Await.until("its own are done", () -> isLiveNow() && lags(0));
            Await.during(A_WHILE, "a neighbour that hangs is not blamed on it", this::isLiveNow);

            stop();
            Await.until(
                    "a node that hangs is not hidden by a neighbour that goes on",
                    () -> {
                        records.sendToEveryPartition();
                        neighbour.takeSome();
                        return !isLiveNow();
                    });
        } finally {
            goOn();
        }
        Await.until("it went on", () -> isLiveNow() && lags(0));
    }

    /** Last, because the consumer does not come back. */
    @Test
    @Order(5)
    default void records_of_every_topic_wait_for_a_consumer_that_left_its_group() throws Exception {
        consumer()
                .runOnPollingThread(
                        it -> {
                            it.unsubscribe();
                        })
                .await()
                .atMost(LIMIT);
        try (var records = new TopicRecords(watched().kafka(), watched().topics())) {
            records.sendTo(
                    records.partitions().stream().filter(each -> each.partition() == 0).toList());
            Await.until(
                    "one of each topic waits",
                    () -> {
                        look();
                        return lags(watched().topics().size());
                    });
        }
        Await.until("the node is not live", () -> !isLiveNow() && answers().says("stands still"));
    }

    private void stop() {
        consumer().pause().await().atMost(LIMIT);
    }

    private void goOn() {
        consumer().resume().await().atMost(LIMIT);
    }

    private Set<?> assigned() {
        return consumer().getAssignments().await().atMost(LIMIT);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return clients().getConsumer(watched().channel());
    }

    private boolean isLiveNow() throws Exception {
        look();
        return isLive();
    }

    private boolean isLive() throws Exception {
        return answers().isLive();
    }

    private boolean lags(int records) throws Exception {
        return lag(watched().channel()) == records;
    }

    /** -1 if nothing tells of it. */
    private double lag(String channel) throws Exception {
        return answers()
                .value("clinni_consumer_lag{channel=\"%s\"}".formatted(channel))
                .orElse(-1.0);
    }

    private WatchedService answers() {
        return new WatchedService();
    }
}
