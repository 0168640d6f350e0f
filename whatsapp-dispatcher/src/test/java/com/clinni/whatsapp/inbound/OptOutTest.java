package com.clinni.whatsapp.inbound;

import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Topics;
import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OptOutTest extends ReplyScenario {

    private static final String UNDERSTOOD = "no recibirá más avisos";

    @Test
    void baja_is_confirmed_once_without_an_answer_besides_and_what_waits_is_suppressed()
            throws Exception {
        var phone = scene.phoneOn("default");
        var one = due(phone).ofClinic("sol", "Clínica Sol", "910 000 001");
        var other = due(phone).ofClinic("mar", "Clínica Mar", "910 000 002");
        scene.arrives(one, other);

        writes(phone, "Baja.");
        scene.round();
        writes(phone, "BAJA");

        assertThat(answersTo(phone)).singleElement().asString().contains(UNDERSTOOD);
        assertThat(scene.reportedOf(one)).containsExactly(WAITING, SUPPRESSED);
        assertThat(scene.reportedOf(other)).containsExactly(WAITING, SUPPRESSED);
        assertThat(scene.deadLetters()).isEmpty();
        assertThat(newest("effect")).isEqualTo("ALREADY_OPTED_OUT");
    }

    @Test
    void what_comes_later_is_suppressed_and_questions_are_not_answered() throws Exception {
        var phone = scene.phoneOn("default");
        writes(phone, "STOP");
        var later = due(phone);
        scene.arrives(later);
        scene.round();
        clock.advance(Duration.ofDays(1));
        writes(phone, "¿Por qué no me escriben?");

        assertThat(scene.reportedOf(later)).containsExactly(SUPPRESSED);
        assertThat(answersTo(phone)).hasSize(1);
        assertThat(newest("effect")).isEqualTo("SILENCED");
    }

    @Test
    void an_answer_that_waits_is_taken_back_by_the_opt_out_that_follows() throws Exception {
        var phone = scene.phoneOn("default");
        tell(written(clock.millis(), chat(phone), "Hola"));
        tell(written(clock.millis(), chat(phone), "BAJA"));
        tell(written(clock.millis(), chat(phone), "Gracias"));
        answer();

        assertThat(answersTo(phone)).singleElement().asString().contains(UNDERSTOOD);
    }

    @Test
    void a_message_stored_in_the_same_moment_is_refused_by_the_claim() throws Exception {
        var phone = scene.phoneOn("default");
        var message = due(phone);
        scene.arrives(message);
        scene.prepare();
        scene.update("INSERT INTO opt_out VALUES ('default', ?, now())", phone);
        scene.dispatch();
        assertThat(scene.reportedOf(message)).containsExactly(WAITING);
        scene.handOver();

        assertThat(scene.reportedOf(message)).containsExactly(WAITING, SUPPRESSED);
    }

    @Test
    void what_was_under_way_and_refused_for_good_has_no_fallback() throws Exception {
        var phone = scene.phoneOn("default");
        var message = due(phone);
        phones.ofDefault().mode(Mode.ERROR_503);
        scene.arrives(message);
        scene.round();
        scene.update("INSERT INTO opt_out VALUES ('default', ?, now())", phone);
        phones.ofDefault().behave(Behaviour.notOnWhatsApp(phone));
        clock.advance(Duration.ofHours(2));
        scene.round();
        scene.handOver();

        assertThat(scene.stateOf(message)).isEqualTo(SUPPRESSED);
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void others_are_told_under_the_lines_name_and_never_the_numbers() throws Exception {
        var phone = scene.phoneOn("default");
        writes(phone, "BAJA");

        assertThat(told()).hasSize(1);
        var event = told().getFirst().publication();
        assertThat(event.key()).isEqualTo("default");
        assertThat(new String(event.value(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"optedOut\":true", "\"by\":\"PATIENT\"", phone);
        event.headers()
                .forEach(h -> assertThat(new String(h.value())).doesNotContain(phone.substring(1)));
    }

    private List<ServiceDriver.Sent> told() {
        return scene.outbox().stream()
                .filter(sent -> sent.publication().topic().equals(Topics.OPT_OUT_CHANGED))
                .toList();
    }
}
