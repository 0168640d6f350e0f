package com.clinni.events.kafka;

import java.util.stream.Stream;

/**
 * Prints the broker's rules of every {@link KafkaUser}, one a line, as options of {@code
 * kafka-acls.sh}.
 */
public final class AclsMain {

    private AclsMain() {}

    public static void main(String[] arguments) {
        Stream.of(KafkaUser.values())
                .flatMap(user -> KafkaAcls.of(user).stream())
                .map(KafkaAcls::options)
                .forEach(System.out::println);
    }
}
