package com.clinni.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicReplicationTest {

    @Test
    void unless_told_otherwise_a_record_outlives_the_broker_that_acknowledged_it() {
        assertThat(TopicReplication.from(Map.of())).isEqualTo(new TopicReplication((short) 3, 2));
    }

    @Test
    void a_broker_that_is_alone_is_said_to_be() {
        assertThat(
                        TopicReplication.from(
                                Map.of("TOPICS_REPLICAS", "1", "TOPICS_MIN_INSYNC_REPLICAS", "1")))
                .isEqualTo(TopicReplication.ONE_BROKER);
    }

    @Test
    void more_copies_than_there_are_cannot_be_waited_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicReplication.from(Map.of("TOPICS_REPLICAS", "1")))
                .withMessage(
                        "TOPICS_MIN_INSYNC_REPLICAS must be from 1 to TOPICS_REPLICAS, which is 1;"
                                + " it is 2.");
    }

    @Test
    void what_is_no_number_is_refused_by_its_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicReplication.from(Map.of("TOPICS_REPLICAS", "three")))
                .withMessage("TOPICS_REPLICAS is no small number.");
    }
}
