package com.clinni.whatsapp.startup;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What every channel to Kafka must be set to, each as a sentence: the connector's own defaults lose
 * events.
 *
 * @param names every setting there is
 * @param setting looks up a setting by name; null when it is not set
 */
record KafkaChecks(Set<String> names, UnaryOperator<String> setting) {

    private static final String OUTGOING = "mp.messaging.outgoing.";
    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String CONNECTOR = ".connector";

    /** What is wrong, or empty when the service may start. */
    Optional<String> firstRefusal() {
        return Stream.concat(
                        channels(OUTGOING).flatMap(this::outgoing),
                        channels(INCOMING).flatMap(this::incoming))
                .findFirst();
    }

    private Stream<String> channels(String prefix) {
        return new TreeSet<>(names)
                .stream()
                        .filter(name -> name.startsWith(prefix) && name.endsWith(CONNECTOR))
                        .map(name -> name.substring(0, name.length() - CONNECTOR.length()));
    }

    private Stream<String> outgoing(String channel) {
        return Stream.of(
                        check(channel + ".acks", "all", "events would be lost with a broker"),
                        check(
                                channel + ".enable.idempotence",
                                "true",
                                "events would be doubled and change places"))
                .flatMap(Optional::stream);
    }

    private Stream<String> incoming(String channel) {
        return Stream.of(
                        check(
                                channel + ".auto.offset.reset",
                                "earliest",
                                "events published before the first start would be skipped"),
                        check(
                                channel + ".commit-strategy",
                                "throttled",
                                "events under way would be skipped after a crash"))
                .flatMap(Optional::stream);
    }

    private Optional<String> check(String name, String wanted, String otherwise) {
        return wanted.equals(setting.apply(name))
                ? Optional.empty()
                : Optional.of("%s must be %s: %s.".formatted(name, wanted, otherwise));
    }
}
