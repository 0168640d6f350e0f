package com.clinni.reminders;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.clinni.testbed.conformance.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements ServiceArchitecture {

    private static final String ROOT = "com.clinni.reminders";
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
    void texts_know_neither_events_nor_kafka() {
        noClasses()
                .that()
                .resideInAPackage("..template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.clinni.events",
                        "com.clinni.events.kafka..",
                        "org.apache.kafka..",
                        "..rendering..")
                .check(CODE);
    }

    @Test
    void only_the_restricted_engine_builds_a_template_engine() {
        noClasses()
                .that()
                .doNotHaveSimpleName("RestrictedEngine")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.qute.Engine")
                .check(CODE);
    }

    @Test
    void only_the_awaited_publisher_sends_and_never_by_an_emitter() {
        noClasses()
                .that()
                .doNotHaveSimpleName("EventPublisher")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Producer.class)
                .check(CODE);
        noClasses().should().callMethod(Emitter.class, "send", Object.class).check(CODE);
    }

    @Test
    void rendering_is_private_to_its_package() {
        classes()
                .that()
                .resideInAPackage("..rendering..")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .check(CODE);
    }
}
