package com.clinni.fallback;

import com.clinni.events.Topics;
import com.clinni.testbed.conformance.ConsumersConformance;
import com.clinni.testbed.conformance.WatchedConsumer;
import com.clinni.testbed.conformance.WatchedConsumer.Watched;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@WithTestResource(
        value = WatchedConsumer.class,
        initArgs = {
            @ResourceArg(name = "channel", value = ConsumersConformanceTest.CHANNEL),
            @ResourceArg(name = "topic", value = Topics.REMINDER_WITHDRAWN)
        })
@WithTestResource(ProviderPorts.class)
@TestMethodOrder(OrderAnnotation.class)
class ConsumersConformanceTest {

    static final String CHANNEL = "reminder-withdrawn";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject KafkaClientService kafka;
    @TestHTTPResource URI service;
    Watched watched;
    ConsumersConformance consumers;

    @BeforeEach
    void watch() {
        var consumer = kafka.<String, byte[]>getConsumer(CHANNEL);
        consumers =
                new ConsumersConformance(
                        watched,
                        service,
                        () -> consumer.pause().await().atMost(LIMIT),
                        () -> consumer.resume().await().atMost(LIMIT));
    }

    @Test
    @Order(1)
    void partitions_that_were_emptied_before_a_commit_have_nothing_waiting() throws Exception {
        consumers.emptiedPartitionsHaveNothingWaiting();
    }

    @Test
    @Order(2)
    void a_consumer_that_hangs_is_told_by_name_but_without_database_the_service_is_live()
            throws Exception {
        consumers.aServiceWithoutDatabaseStaysLive();
    }

    @Test
    @Order(3)
    void a_stuck_node_is_not_hidden_by_its_neighbour() throws Exception {
        consumers.aStuckNodeIsNotHiddenByItsNeighbour();
    }
}
