package com.clinni.appointments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.testbed.conformance.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements ServiceArchitecture {

    private static final String ROOT = "com.clinni.appointments";
    private static final JavaClasses CODE = ServiceArchitecture.below(ROOT);

    @Override
    public String root() {
        return ROOT;
    }

    @Override
    public JavaClasses code() {
        return CODE;
    }

    @Test
    void nobody_reads_the_features_from_the_root() {
        noClasses()
                .that()
                .resideInAPackage("com.clinni.appointments")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.clinni.appointments.*..")
                .check(CODE);
    }

    @Test
    void only_the_outbox_talks_to_the_producer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Emitter")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("KafkaClientService")
                .check(CODE);
    }

    @Test
    void only_the_two_loops_publish() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(OutboxRelay|ReminderPublisher)(_.*)?")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("EventPublisher")
                .check(CODE);
    }

    @Test
    void what_comes_in_comes_from_the_topics_of_this_service() throws IOException {
        var settings = new Properties();
        try (var in = ArchitectureTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }

        assertThat(
                        settings.stringPropertyNames().stream()
                                .filter(key -> key.matches("mp.messaging.incoming.*\\.topic"))
                                .map(settings::getProperty))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                Topics.APPOINTMENT_CHANGED,
                                Topics.DELIVERY_REPORTED,
                                Topics.OPT_OUT_CHANGED,
                                Topics.OUTAGE_CHANGED,
                                Topics.TASK_RAISED,
                                Topics.PATIENT_ERASURE_REPORTED));
    }
}
