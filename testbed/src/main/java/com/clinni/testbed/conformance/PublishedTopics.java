package com.clinni.testbed.conformance;

import com.clinni.events.Event;
import com.clinni.events.MessageReady;
import com.clinni.events.Topics;
import com.clinni.events.kafka.KafkaUser;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics that a service publishes events of its own to. */
final class PublishedTopics {

    private PublishedTopics() {}

    /** Those of the events that its code makes. */
    static Set<String> madeIn(JavaClasses code) {
        return code.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner())
                .filter(made -> made.isAssignableTo(Event.class))
                .flatMap(PublishedTopics::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The user of the module under test. */
    static KafkaUser user() {
        var module = Path.of("").toAbsolutePath().getFileName().toString();
        return Stream.of(KafkaUser.values())
                .filter(user -> user.user().equals(module))
                .findFirst()
                .orElseThrow(() -> new AssertionError(module + " is no user of Kafka"));
    }

    /** A topic's constant is called as its event is; what is rendered has two. */
    private static Stream<String> of(JavaClass event) {
        if (event.isEquivalentTo(MessageReady.class)) {
            return Stream.of(Topics.WHATSAPP_READY, Topics.DIRECT_READY);
        }
        var constant =
                event.getSimpleName()
                        .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                        .toUpperCase(Locale.ROOT);
        try {
            return Stream.of((String) Topics.class.getField(constant).get(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no topic for " + event.getSimpleName(), e);
        }
    }
}
