package com.clinni.fallback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.platform.kafka.EventPublisher;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("com.clinni.fallback");

    @Test
    void nobody_reads_the_machines_clocks() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void features_have_no_cycles() {
        slices().matching("com.clinni.fallback.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void only_the_loop_sends_and_only_doubts_look_up() {
        classes()
                .that()
                .haveSimpleName("MailSender")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching(".*[.](MailSender|FallbackLoop).*")
                .check(CODE);
        classes()
                .that()
                .haveSimpleName("SmsSender")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching(".*[.](SmsSender|FallbackLoop|DoubtLoop).*")
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
    void every_topics_dead_letters_are_taken_in() throws IOException {
        var settings = new Properties();
        try (var in = getClass().getResourceAsStream("/application.properties")) {
            settings.load(in);
        }

        assertThat(settings.getProperty("mp.messaging.incoming.dead-letters.topics").split(","))
                .containsExactlyElementsOf(deadLetterTopics());
    }

    private static List<String> deadLetterTopics() {
        return Topics.EVENTS.stream().map(Topics::deadLetterOf).toList();
    }
}
