package com.clinni.reminders;

import com.clinni.platform.kafka.ConsumerWatch;
import com.clinni.testbed.conformance.ConformanceServers;
import com.clinni.testbed.conformance.ConsumersConformance;
import com.clinni.testbed.conformance.EntryConformance;
import com.clinni.testbed.conformance.HttpConformance;
import com.clinni.testbed.conformance.HttpDialect;
import com.clinni.testbed.conformance.RowSecurityConformance;
import com.clinni.testbed.conformance.SlowClientsConformance;
import com.clinni.testbed.conformance.Watched;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/** What this service promises as every service does. */
@QuarkusTest
@WithTestResource(
        value = ConformanceServers.class,
        initArgs = @ResourceArg(name = "channel", value = "message-requested"))
class ConformanceTest
        implements HttpConformance,
                EntryConformance,
                SlowClientsConformance,
                ConsumersConformance,
                RowSecurityConformance {

    @TestHTTPResource URI service;
    @Inject KafkaClientService clients;
    @Inject ConsumerWatch watch;
    Watched watched; // injected

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
                "/clinics/sol/templates/reminder/ca",
                "{\"whatsapp\":\"{date} {time}\"}");
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
    public List<String> sharedWithCallersOfClinics() {
        return List.of("access_log INSERT");
    }
}
