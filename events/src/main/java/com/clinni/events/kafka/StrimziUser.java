package com.clinni.events.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * A {@link KafkaUser} on Kubernetes: the resource by which Strimzi's operator makes the user, its
 * rules, and a Secret of the same name with what the user signs in with.
 */
final class StrimziUser {

    private StrimziUser() {}

    static String yaml(KafkaUser user) {
        return """
        ---
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaUser
        metadata:
          name: %s
        spec:
          authentication:
            type: scram-sha-512
          authorization:
            type: simple
            acls:
        %s\
        """
                .formatted(user.user(), rules(user));
    }

    private static String rules(KafkaUser user) {
        return KafkaAcls.of(user).stream()
                .collect(
                        groupingBy(
                                AclBinding::pattern,
                                LinkedHashMap::new,
                                Collectors.mapping(KafkaAcls::operation, joining(", "))))
                .entrySet()
                .stream()
                .map(each -> rule(each.getKey(), each.getValue()))
                .collect(joining());
    }

    private static String rule(ResourcePattern on, String operations) {
        return """
              - resource: {type: %s, name: %s, patternType: literal}
                operations: [%s]
        """
                .formatted(
                        on.resourceType().name().toLowerCase(Locale.ROOT), on.name(), operations);
    }
}
