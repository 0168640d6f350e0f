package com.clinni.appointments.correction;

import static com.clinni.appointments.correction.DeliveryKnowledge.NOT_TOLD;
import static com.clinni.appointments.correction.DeliveryKnowledge.OPEN;
import static com.clinni.appointments.correction.DeliveryKnowledge.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.reminder.PublicState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryKnowledgeTest {

    @ParameterizedTest
    @EnumSource(
            value = PublicState.class,
            names = {"SENT", "DELIVERED", "READ", "DOUBT_CLOSED"})
    void what_arrived_or_may_have_was_told(PublicState reported) {
        assertThat(DeliveryKnowledge.of(true, false, false, reported)).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicState.class,
            names = {"SKIPPED", "EXPIRED", "CANCELLED", "NOT_DELIVERED", "DISCARDED"})
    void what_ended_otherwise_was_not_told_unless_it_may_be_a_duplicate(PublicState reported) {
        assertThat(DeliveryKnowledge.of(true, false, false, reported)).isEqualTo(NOT_TOLD);
        assertThat(DeliveryKnowledge.of(true, false, true, reported)).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicState.class,
            names = {"QUEUED", "RETRYING", "SENDING", "IN_DOUBT", "FALLBACK"})
    void what_is_on_its_way_is_open_whoever_sent_it_by_hand(PublicState reported) {
        assertThat(DeliveryKnowledge.of(true, false, true, reported)).isEqualTo(OPEN);
        assertThat(DeliveryKnowledge.of(true, true, false, reported)).isEqualTo(OPEN);
    }

    @Test
    void what_was_published_and_never_reported_on_is_open_and_by_hand_alone_is_told() {
        assertThat(DeliveryKnowledge.of(true, false, false, null)).isEqualTo(OPEN);
        assertThat(DeliveryKnowledge.of(false, true, false, null)).isEqualTo(TOLD);
        assertThat(DeliveryKnowledge.of(true, true, false, PublicState.CANCELLED)).isEqualTo(TOLD);
    }
}
