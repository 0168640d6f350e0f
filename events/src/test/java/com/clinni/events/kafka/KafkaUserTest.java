package com.clinni.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaUserTest {

    private static final String INCOMING = "mp.messaging.incoming.";

    /** A service's groups and what they read, as its own settings say. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OTHER_SERVICE", "TOPICS"})
    void a_service_may_read_what_its_settings_say_and_nothing_else(KafkaUser user)
            throws IOException {
        var declared = new TreeMap<String, Set<String>>();
        user.reads().forEach(each -> declared.put(each.group(), new TreeSet<>(each.topics())));

        assertThat(declared).isEqualTo(configured(user));
    }

    @Test
    void the_groups_that_are_watched_are_those_of_the_sweepers_settings() throws IOException {
        var watched = new TreeMap<String, String>();
        KafkaUser.APPOINTMENTS_SERVICE
                .watches()
                .forEach(each -> watched.put(each.group(), String.join(",", each.topics())));
        var followers = new TreeMap<String, String>();
        settings(KafkaUser.APPOINTMENTS_SERVICE)
                .forEach(
                        (key, value) -> {
                            var name = key.toString();
                            if (name.startsWith("sweeper.followers.")) {
                                followers.put(name.split("\"")[1], value.toString());
                            }
                        });
        KafkaUser.APPOINTMENTS_SERVICE.reads().forEach(each -> followers.remove(each.group()));

        assertThat(watched).isEqualTo(followers);
    }

    @Test
    void every_topic_has_somebody_who_writes_and_somebody_who_reads_it() {
        assertThat(Topics.ALL)
                .extracting(Topics.Declaration::name)
                .allSatisfy(
                        topic -> {
                            assertThat(users(user -> user.writes().contains(topic)))
                                    .as("who writes %s", topic)
                                    .isNotEmpty();
                            assertThat(users(user -> reads(user, topic)))
                                    .as("who reads %s", topic)
                                    .isNotEmpty();
                        });
    }

    @Test
    void no_rule_is_for_everybody_or_everything() {
        assertThat(Stream.of(KafkaUser.values()).flatMap(user -> KafkaAcls.of(user).stream()))
                .allSatisfy(
                        rule -> {
                            assertThat(rule.pattern().name()).doesNotContain("*");
                            assertThat(rule.entry().principal()).matches("User:[a-z-]+");
                            assertThat(rule.entry().operation()).isNotEqualTo(AclOperation.ALL);
                        });
    }

    @Test
    void a_rule_is_printed_as_the_script_takes_it() {
        assertThat(KafkaAcls.of(KafkaUser.REMINDER_SERVICE).stream().map(KafkaAcls::options))
                .contains(
                        "--add --allow-principal User:reminder-service --operation Write --topic"
                                + " reminders.whatsapp-ready.v1",
                        "--add --allow-principal User:reminder-service --operation Read --group"
                                + " reminder-service");
        assertThat(KafkaAcls.of(KafkaUser.TOPICS).stream().map(KafkaAcls::options))
                .contains(
                        "--add --allow-principal User:topics --operation AlterConfigs --topic"
                                + " messages.requested.v1");
    }

    private static boolean reads(KafkaUser user, String topic) {
        return user.reads().stream().anyMatch(each -> each.topics().contains(topic));
    }

    private static List<KafkaUser> users(java.util.function.Predicate<KafkaUser> who) {
        return Stream.of(KafkaUser.values()).filter(who).toList();
    }

    private static Map<String, Set<String>> configured(KafkaUser user) throws IOException {
        var settings = settings(user);
        var groups = new TreeMap<String, Set<String>>();
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INCOMING) && name.endsWith(".connector"))
                .map(name -> name.substring(0, name.length() - "connector".length()))
                .forEach(
                        channel -> {
                            var one = settings.getProperty(channel + "topic");
                            var topics = settings.getProperty(channel + "topics", one).split(",");
                            groups.put(
                                    settings.getProperty(channel + "group.id"),
                                    new TreeSet<>(List.of(topics)));
                        });
        return groups;
    }

    private static Properties settings(KafkaUser user) throws IOException {
        var file = Path.of("..", user.user(), "src/main/resources/application.properties");
        var settings = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        return settings;
    }
}
