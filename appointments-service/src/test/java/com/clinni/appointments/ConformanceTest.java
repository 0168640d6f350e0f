package com.clinni.appointments;

import static org.hamcrest.Matchers.oneOf;

import com.clinni.events.kafka.Publication;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.kafka.ConsumerWatch;
import com.clinni.platform.outbox.Outbox;
import com.clinni.platform.outbox.OutboxAge;
import com.clinni.platform.outbox.OutboxRelay;
import com.clinni.testbed.conformance.ConformanceServers;
import com.clinni.testbed.conformance.ConsumersConformance;
import com.clinni.testbed.conformance.EntryConformance;
import com.clinni.testbed.conformance.HttpConformance;
import com.clinni.testbed.conformance.HttpDialect;
import com.clinni.testbed.conformance.OutboxConformance;
import com.clinni.testbed.conformance.RowSecurityConformance;
import com.clinni.testbed.conformance.SlowClientsConformance;
import com.clinni.testbed.conformance.Watched;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What this service promises as every service does. */
@QuarkusTest
@WithTestResource(
        value = ConformanceServers.class,
        initArgs = @ResourceArg(name = "channel", value = "outage-changed"))
class ConformanceTest
        implements HttpConformance,
                EntryConformance,
                SlowClientsConformance,
                ConsumersConformance,
                OutboxConformance,
                RowSecurityConformance {

    @TestHTTPResource URI service;
    @Inject KafkaClientService clients;
    @Inject ConsumerWatch watch;
    @Inject Outbox outbox;
    @Inject OutboxRelay relay;
    @Inject OutboxAge age;
    Watched watched; // injected

    @BeforeEach
    void know_a_clinic() {
        TestClinics.put("sol").then().statusCode(oneOf(200, 201));
    }

    @Override
    public URI service() {
        return service;
    }

    @Override
    public HttpDialect dialect() {
        return new HttpDialect(
                service,
                "sol",
                "PUT",
                "/clinics/sol/appointments/visit-1/start",
                "{\"startsAt\":\"2027-03-01T10:00:00+01:00\"}");
    }

    @Override
    public Watched watched() {
        return watched;
    }

    @Override
    public KafkaClientService clients() {
        return clients;
    }

    @Override
    public void look() throws InterruptedException {
        watch.look();
    }

    @Override
    public void add(List<Publication> records) {
        CurrentCaller.run(
                Caller.thisService("test"),
                () -> QuarkusTransaction.requiringNew().run(() -> outbox.add(records)));
    }

    @Override
    public void relay() {
        relay.relay();
    }

    @Override
    public void measure() {
        age.measure();
    }

    @Override
    public List<String> sharedWithCallersOfClinics() {
        return List.of("access_log INSERT", "outage SELECT", "outbox INSERT");
    }
}
