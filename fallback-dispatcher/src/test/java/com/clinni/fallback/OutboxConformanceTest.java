package com.clinni.fallback;

import com.clinni.platform.outbox.Outbox;
import com.clinni.platform.outbox.OutboxAge;
import com.clinni.platform.outbox.OutboxRelay;
import com.clinni.testbed.conformance.OutboxConformance;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FaultyDatabase.class)
@WithTestResource(ProviderPorts.class)
class OutboxConformanceTest {

    @Inject Outbox outbox;
    @Inject OutboxRelay relay;
    @Inject OutboxAge age;
    @Inject AgroalDataSource database;
    @TestHTTPResource URI service;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    OutboxConformance conformance;

    @BeforeEach
    void begin() {
        conformance =
                new OutboxConformance(
                        records -> QuarkusTransaction.requiringNew().run(() -> outbox.add(records)),
                        relay::relay,
                        age::measure,
                        database,
                        kafka,
                        service);
    }

    @Test
    void relays_that_meet_publish_each_record_once_and_those_of_one_key_in_their_order() {
        conformance.relaysThatMeetKeepTheOrder();
    }

    @Test
    void what_is_larger_than_its_topic_takes_is_counted_and_does_not_hold_up_the_others()
            throws Exception {
        conformance.whatIsTooLargeIsCountedAndLeftOut();
    }

    @Test
    void the_age_of_what_waits_longest_is_told() throws Exception {
        conformance.theOldestRecordsAgeIsTold();
    }
}
