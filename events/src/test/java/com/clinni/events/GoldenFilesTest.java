package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.kafka.Publication;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are what was published: they are added to, never changed. */
class GoldenFilesTest {

    static Stream<String> topics() {
        return Topics.EVENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void what_was_published_is_still_read(String topic) throws IOException {
        var sample = Samples.all().get(topic);
        var golden = golden(topic);

        var headers = Publication.of(sample, "/clinni/test", Instant.EPOCH).headers();
        var reading =
                new EventReader<>(sample.getClass(), topic)
                        .read(headers, EventJson.MAPPER.writeValueAsBytes(golden));

        assertThat(reading).isEqualTo(new Reading.Read<>(sample));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void what_is_published_now_is_what_was_published(String topic) throws IOException {
        var published = EventJson.MAPPER.readTree(EventJson.write(Samples.all().get(topic)));

        assertThat(published).isEqualTo(golden(topic));
    }

    @Test
    void every_topic_has_its_golden_file_and_its_sample() {
        assertThat(Samples.all().keySet()).containsExactlyInAnyOrderElementsOf(Topics.EVENTS);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void an_event_says_itself_which_topic_it_belongs_to(String topic) {
        assertThat(Samples.all().get(topic).topic()).isEqualTo(topic);
    }

    private static JsonNode golden(String topic) throws IOException {
        var file = "/golden/v1/" + topic + ".json";
        try (var in = GoldenFilesTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return EventJson.MAPPER.readTree(in);
        }
    }
}
