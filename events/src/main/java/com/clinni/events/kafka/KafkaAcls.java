package com.clinni.events.kafka;

import com.clinni.events.Topics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The broker's rules for each {@link KafkaUser}: by literal names, for a broker whose authorizer
 * denies whatever no rule allows.
 */
public final class KafkaAcls {

    private static final List<AclOperation> DECLARING =
            List.of(
                    AclOperation.CREATE,
                    AclOperation.DESCRIBE,
                    AclOperation.DESCRIBE_CONFIGS,
                    AclOperation.ALTER_CONFIGS);

    private KafkaAcls() {}

    /** All rules of one user. */
    public static List<AclBinding> of(KafkaUser user) {
        return Stream.of(writing(user), reading(user), watching(user), declaring(user))
                .flatMap(rules -> rules)
                .distinct()
                .toList();
    }

    /** The options that make {@code kafka-acls.sh} add a rule. */
    public static String options(AclBinding rule) {
        var on = rule.pattern();
        return "--add --allow-principal %s --operation %s --%s %s"
                .formatted(
                        rule.entry().principal(),
                        operation(rule),
                        on.resourceType().name().toLowerCase(Locale.ROOT),
                        on.name());
    }

    private static Stream<AclBinding> writing(KafkaUser user) {
        return user.writes().stream()
                .map(topic -> rule(user, AclOperation.WRITE, ResourceType.TOPIC, topic));
    }

    private static Stream<AclBinding> reading(KafkaUser user) {
        return user.reads().stream().flatMap(each -> on(user, AclOperation.READ, each));
    }

    private static Stream<AclBinding> watching(KafkaUser user) {
        return user.watches().stream().flatMap(each -> on(user, AclOperation.DESCRIBE, each));
    }

    private static Stream<AclBinding> declaring(KafkaUser user) {
        return user == KafkaUser.TOPICS
                ? Topics.ALL.stream()
                        .flatMap(
                                topic ->
                                        DECLARING.stream()
                                                .map(
                                                        each ->
                                                                rule(
                                                                        user,
                                                                        each,
                                                                        ResourceType.TOPIC,
                                                                        topic.name())))
                : Stream.empty();
    }

    private static Stream<AclBinding> on(
            KafkaUser user, AclOperation operation, GroupReading reading) {
        return Stream.concat(
                Stream.of(rule(user, operation, ResourceType.GROUP, reading.group())),
                reading.topics().stream()
                        .map(topic -> rule(user, operation, ResourceType.TOPIC, topic)));
    }

    private static AclBinding rule(
            KafkaUser user, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + user.user(), "*", operation, AclPermissionType.ALLOW));
    }

    /** A rule's operation as scripts and operators write it: {@code DescribeConfigs}. */
    static String operation(AclBinding rule) {
        var words = new StringBuilder();
        for (var word : rule.entry().operation().name().split("_")) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
