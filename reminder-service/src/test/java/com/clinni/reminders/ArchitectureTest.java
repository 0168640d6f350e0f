package com.clinni.reminders;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("com.clinni.reminders");

    @Test
    void nobody_reads_the_machines_clocks() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void features_have_no_cycles() {
        slices().matching("com.clinni.reminders.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void texts_know_neither_events_nor_kafka() {
        noClasses()
                .that()
                .resideInAPackage("..template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.clinni.events..", "org.apache.kafka..", "..rendering..")
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

    @Test
    void no_class_is_named_for_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)")
                .check(CODE);
    }
}
