package com.clinni.whatsapp;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.conformance.ServiceArchitecture;
import com.clinni.whatsapp.gateway.WhatsAppGateway;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements ServiceArchitecture {

    private static final String ROOT = "com.clinni.whatsapp";
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
    void elapsed_time_is_measured_by_the_stopwatch() {
        noClasses().should().callMethod(System.class, "nanoTime").check(CODE);
    }

    @Test
    void only_the_sender_sends() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Sender")
                .should()
                .callMethodWhere(
                        target(name("send"))
                                .and(target(owner(assignableTo(WhatsAppGateway.class)))))
                .check(CODE);
    }

    @Test
    void adapters_are_known_to_the_one_place_that_chooses_and_to_their_webhook() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.waha..")
                .and()
                .resideOutsideOfPackage("..inbound..")
                .and()
                .doNotHaveFullyQualifiedName("com.clinni.whatsapp.line.Gateways$Chosen")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway.waha..")
                .check(CODE);
    }

    @Test
    void nothing_is_published_but_by_the_outbox() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Emitter.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EventPublisher.class)
                .check(CODE);
    }

    @Test
    void retries_are_for_taking_in_only() {
        assertThat(
                        CODE.stream()
                                .flatMap(c -> c.getMethods().stream())
                                .filter(m -> m.isAnnotatedWith(Retry.class))
                                .allMatch(m -> m.isAnnotatedWith(Incoming.class)))
                .isTrue();
    }

    @Test
    void every_topic_it_reads_is_one_of_the_house() throws IOException {
        var settings = new Properties();
        try (var in = getClass().getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        var topics =
                settings.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(".topic"))
                        .map(settings::getProperty)
                        .toList();
        assertThat(topics)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                Topics.WHATSAPP_READY,
                                Topics.REMINDER_WITHDRAWN,
                                Topics.CLINIC_PROFILE,
                                Topics.PATIENT_ERASED));
    }
}
