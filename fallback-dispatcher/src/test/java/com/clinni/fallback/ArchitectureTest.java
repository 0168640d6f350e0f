package com.clinni.fallback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.platform.kafka.EventPublisher;
import com.clinni.testbed.conformance.ServiceArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements ServiceArchitecture {

    private static final String ROOT = "com.clinni.fallback";
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
