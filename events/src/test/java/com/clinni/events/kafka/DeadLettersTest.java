package com.clinni.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final UUID LETTER = UUID.randomUUID();
    private static final DeadLetters.Origin ORIGIN = new DeadLetters.Origin("some.topic.v1", 3, 42);
    private static final byte[] VALUE = {1, 2, 3};

    private final RecordHeaders original = new RecordHeaders();

    @Test
    void a_dead_letter_is_the_record_as_it_came_and_why_it_died() {
        original.add("ce_id", "x".getBytes(UTF_8)).add("odd", null);

        var dead = die(Cause.LINE_DOWN);

        assertThat(dead.topic()).isEqualTo("some.topic.v1.dead-letter");
        assertThat(dead.value()).isSameAs(VALUE);
        assertThat(CloudEventHeaders.text(dead.headers(), "ce_id")).contains("x");
        assertThat(dead.headers().lastHeader("odd").value()).isNull();
        assertThat(DeadLetters.cause(dead.headers())).contains(Cause.LINE_DOWN);
        assertThat(CloudEventHeaders.text(dead.headers(), DeadLetters.OFFSET)).contains("42");
    }

    @Test
    void a_replay_is_the_same_record_in_the_next_generation() {
        original.add("ce_id", "x".getBytes(UTF_8));
        var dead = die(Cause.LINE_DOWN);

        var replay = DeadLetters.replay(LETTER, "some.topic.v1", "key", dead.headers(), VALUE, 2);

        assertThat(replay.topic()).isEqualTo("some.topic.v1");
        assertThat(CloudEventHeaders.generation(replay.headers())).isEqualTo(2);
        assertThat(CloudEventHeaders.text(replay.headers(), "ce_id")).contains("x");
        assertThat(DeadLetters.cause(replay.headers())).isEmpty();
    }

    @Test
    void a_replay_names_the_dead_letter_that_it_was_and_so_does_its_next_death() {
        var dead = die(Cause.UNREADABLE);
        var replay = DeadLetters.replay(LETTER, "some.topic.v1", null, dead.headers(), VALUE, 2);
        var again = UUID.randomUUID();

        assertThat(CloudEventHeaders.replayOf(dead.headers())).isEmpty();
        assertThat(CloudEventHeaders.replayOf(replay.headers())).contains(LETTER);
        assertThat(
                        CloudEventHeaders.replayOf(
                                DeadLetters.replay(again, "t.v1", null, replay.headers(), VALUE, 3)
                                        .headers()))
                .contains(again);
    }

    @Test
    void a_dead_letter_that_is_no_id_is_none() {
        original.add("ce_replayof", "1-1-1-1-1".getBytes(UTF_8));
        assertThat(CloudEventHeaders.replayOf(original)).isEmpty();
    }

    @Test
    void a_message_that_dies_again_says_only_why_it_died_last() {
        original.add("dead-letter-cause", "RATE_LIMITED".getBytes(UTF_8));

        var dead = die(Cause.NOT_ON_WHATSAPP);

        assertThat(dead.headers().headers(DeadLetters.CAUSE)).hasSize(1);
        assertThat(DeadLetters.cause(dead.headers())).contains(Cause.NOT_ON_WHATSAPP);
    }

    @Test
    void headers_survive_being_stored() {
        original.add("a", "1".getBytes(UTF_8)).add("a", "2".getBytes(UTF_8)).add("b", null);

        assertThat(StoredHeaders.unpack(StoredHeaders.pack(original))).isEqualTo(original);
    }

    @Test
    void a_generation_that_is_no_number_is_the_first() {
        original.add("ce_generation", "-7".getBytes(UTF_8));
        assertThat(CloudEventHeaders.generation(original)).isEqualTo(1);
    }

    private Publication die(Cause cause) {
        var death = DeadLetters.Death.of(cause, "test-service", Instant.EPOCH);
        return DeadLetters.of(ORIGIN, "key", original, VALUE, death);
    }

    @Test
    void stored_headers_come_back_whatever_their_names() {
        var original = new RecordHeaders();
        for (var length : List.of(0, 1, 65_534, 65_535, 65_536, 900_000)) {
            original.add("n".repeat(length), new byte[] {1});
        }
        original.add("\u0000 ñ 🦷", null);
        assertThat(StoredHeaders.unpack(StoredHeaders.pack(original))).isEqualTo(original);
    }
}
