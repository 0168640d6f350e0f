package com.clinni.whatsapp.line.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineStatusTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final LineStatus ABLE = LineStatus.able(NOON);

    @Test
    void an_outage_lasts_from_the_first_trouble_to_the_first_success() {
        var down = ABLE.failed(HealthSource.SEND, Cause.GATEWAY_UNREACHABLE, LATER);
        var silent = down.failed(HealthSource.SESSION, Cause.LINE_DOWN, LATER.plusSeconds(5));

        assertThat(silent)
                .returns(LATER, LineStatus::outageSince)
                .returns(LATER, LineStatus::since)
                .returns(HealthSource.SESSION, LineStatus::by)
                .returns(false, LineStatus::canSend);
        assertThat(silent.recovered(LATER.plusSeconds(9)))
                .returns(true, LineStatus::canSend)
                .returns(null, LineStatus::outageSince);
    }

    @Test
    void what_single_calls_meet_does_not_hide_that_the_session_is_gone() {
        var gone = ABLE.failed(HealthSource.SESSION, Cause.LINE_DOWN, NOON);

        assertThat(gone.failed(HealthSource.SEND, Cause.GATEWAY_UNREACHABLE, LATER))
                .isEqualTo(gone);
    }

    @Test
    void the_same_look_may_find_another_cause_and_that_is_the_same_outage() {
        var lost = ABLE.failed(HealthSource.SESSION, Cause.LINE_DOWN, NOON);
        var unsuitable = lost.failed(HealthSource.SESSION, Cause.ENGINE_UNSUITABLE, LATER);

        assertThat(lost.failed(HealthSource.SESSION, Cause.LINE_DOWN, LATER)).isEqualTo(lost);
        assertThat(unsuitable)
                .returns(Cause.ENGINE_UNSUITABLE, LineStatus::cause)
                .returns(NOON, LineStatus::since)
                .returns(NOON, LineStatus::outageSince);
    }

    @Test
    void a_restriction_outlives_the_sessions_own_troubles() {
        var restricted = ABLE.failed(HealthSource.SEND, Cause.LINE_RESTRICTED, NOON);

        assertThat(restricted.state()).isEqualTo(LineState.RESTRICTED);
        assertThat(restricted.failed(HealthSource.SESSION, Cause.LINE_DOWN, LATER))
                .isEqualTo(restricted);
        assertThat(restricted.resumed(LATER).canSend()).isTrue();
    }

    @Test
    void a_pause_is_an_outage_and_hides_nothing() {
        var paused = ABLE.paused("banned soon", false, NOON);
        var alsoDown = paused.failed(HealthSource.SESSION, Cause.LINE_DOWN, LATER);

        assertThat(paused.state()).isEqualTo(LineState.PAUSED);
        assertThat(paused.outageSince()).isEqualTo(NOON);
        assertThat(paused.canSend()).isFalse();
        assertThat(alsoDown.state()).isEqualTo(LineState.PAUSED);
        assertThat(alsoDown.resumed(LATER))
                .returns(LineState.DOWN, LineStatus::state)
                .returns(NOON, LineStatus::outageSince);
    }

    @Test
    void a_pause_that_said_wait_is_not_held_against_what_waited() {
        var alsoDown =
                ABLE.paused("new phone", true, NOON)
                        .failed(HealthSource.SESSION, Cause.LINE_DOWN, NOON.plusSeconds(1));

        assertThat(alsoDown.resumed(LATER).outageSince()).isEqualTo(LATER);
    }

    @Test
    void a_recovery_while_paused_leaves_the_pause() {
        var recovered =
                ABLE.failed(HealthSource.SESSION, Cause.LINE_DOWN, NOON)
                        .paused("stop", false, NOON)
                        .recovered(LATER);

        assertThat(recovered.state()).isEqualTo(LineState.PAUSED);
        assertThat(recovered.resumed(LATER).outageSince()).isNull();
    }

    @Test
    void an_outage_is_called_by_its_cause_and_a_persons_stop_a_pause() {
        var paused = ABLE.paused("new phone", false, NOON);

        assertThat(paused.outageName()).isEqualTo("PAUSED");
        assertThat(paused.failed(HealthSource.SEND, Cause.RATE_LIMITED, LATER).outageName())
                .isEqualTo("RATE_LIMITED");
    }
}
