package com.clinni.events.kafka;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** Prints the users of a broker that Strimzi runs: {@code k8s/kafka-users/users.yaml}. */
public final class StrimziUsersMain {

    private StrimziUsersMain() {}

    public static void main(String[] arguments) {
        System.out.print(yaml());
    }

    /** Every user but {@link KafkaUser#OTHER_SERVICE}, which has no name of its own. */
    public static String yaml() {
        return Stream.of(KafkaUser.values())
                .filter(user -> user != KafkaUser.OTHER_SERVICE)
                .map(StrimziUser::yaml)
                .collect(joining());
    }
}
