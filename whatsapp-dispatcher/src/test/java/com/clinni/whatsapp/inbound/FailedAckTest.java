package com.clinni.whatsapp.inbound;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.health.LineStatuses;
import com.clinni.whatsapp.silence.SilenceSteps;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WAHA's ack -1, and what code 463 means for the line. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class FailedAckTest {

    private static final String NO_ERROR = "";
    private static final String RESTRICTED = ",\"error\":{\"code\":\"463\",\"blocked\":true}";

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject LineStatuses statuses;
    @Inject SilenceSteps silence;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"-1\""})
    void an_ack_of_minus_one_hands_over_at_once_and_says_nothing_about_the_line(String ack)
            throws Exception {
        var message = accepted();
        acked(message, ack, NO_ERROR);

        assertThat(scene.stateOf(message)).isEqualTo(DEAD);
        assertThat(scene.reportsOf(message).getLast().cause()).isEqualTo(Cause.REFUSED_BY_PROVIDER);
        assertThat(stateOfLine()).isEqualTo("ABLE");
    }

    @Test
    void code_463_restricts_the_line_and_only_a_confirmed_message_ends_that() throws Exception {
        var refused = accepted();
        acked(refused, "-1", RESTRICTED);
        assertThat(scene.reportsOf(refused).getLast().cause()).isEqualTo(Cause.LINE_RESTRICTED);
        assertThat(stateOfLine()).isEqualTo("RESTRICTED");
        assertThat(scene.one("SELECT cause FROM outage")).isEqualTo("LINE_RESTRICTED");

        var probe = due();
        var waits = due();
        scene.arrives(probe, waits);
        clock.advance(Duration.ofMinutes(29));
        scene.round();
        assertThat(scene.stateOf(probe)).isEqualTo(WAITING);

        clock.advance(Duration.ofMinutes(1));
        scene.round();
        silence.endRestrictions();
        assertThat(scene.one("SELECT count(*) FROM message WHERE state = 'ACCEPTED'"))
                .isEqualTo("1");
        assertThat(stateOfLine()).as("accepted is not confirmed").isEqualTo("RESTRICTED");

        acked(scene.stateOf(probe) == ACCEPTED ? probe : waits, "1", NO_ERROR);
        silence.endRestrictions();
        assertThat(stateOfLine()).isEqualTo("ABLE");
    }

    @Test
    void a_restricted_line_is_tried_rarely_also_after_the_first_try() throws Exception {
        acked(accepted(), "-1", RESTRICTED);
        scene.arrives(due(), due(), due());
        clock.advance(Duration.ofMinutes(30));
        scene.round();
        clock.advance(Duration.ofMinutes(29));
        scene.round();
        assertThat(tried()).isEqualTo("1");

        clock.advance(Duration.ofMinutes(1));
        scene.round();
        assertThat(tried()).isEqualTo("2");
    }

    @Test
    void the_same_event_again_does_not_restrict_the_line_again() throws Exception {
        var message = accepted();
        var body = ack(message, "-1", RESTRICTED);
        tell(body);
        statuses.change("default", (status, now) -> status.resumed(now));
        tell(body);

        assertThat(stateOfLine()).isEqualTo("ABLE");
    }

    @Test
    void an_echo_of_gows_confirms_what_was_sent() throws Exception {
        var message = accepted();
        var id = "true_34600000123@c.us_" + idOf(message);
        var body =
                envelope(
                                clock.millis(),
                                "message.any",
                                "{\"id\":\"%s\",\"fromMe\":true,\"source\":\"api\",\"ack\":1}"
                                        .formatted(id))
                        .replace("\"session\"", "\"engine\":\"GOWS\",\"session\"");
        assertThat(tell(body)).isEqualTo(200);

        assertThat(scene.one("SELECT confirmed_at IS NOT NULL FROM message")).isEqualTo("t");
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    private void acked(TestMessage message, String ack, String more) {
        assertThat(tell(ack(message, ack, more))).isEqualTo(200);
    }

    private String ack(TestMessage message, String ack, String more) {
        return envelope(
                clock.millis(),
                "message.ack",
                "{\"id\":\"true_34600000123@c.us_%s\",\"fromMe\":true,\"ack\":%s%s}"
                        .formatted(idOf(message), ack, more));
    }

    private String idOf(TestMessage message) {
        return scene.one(
                "SELECT client_message_id FROM message WHERE reminder_id = ?", message.id());
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    private TestMessage accepted() throws Exception {
        var message = due();
        scene.arrives(message);
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        return message;
    }

    private String stateOfLine() {
        return scene.one("SELECT state FROM line WHERE name = 'default'");
    }

    private String tried() {
        return scene.one("SELECT count(*) FROM message WHERE state = 'ACCEPTED'");
    }
}
