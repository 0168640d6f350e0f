package com.clinni.whatsapp.inbound;

import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.DeliveryState;
import com.clinni.events.Topics;
import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WhatsApp's chat with a number may have other digits than the number, or none of them. */
@QuarkusTest
class ChatOfNumberTest extends ReplyScenario {

    private static final AtomicInteger PEOPLE = new AtomicInteger(10_000_000);

    @Inject Lines lines;

    @AfterEach
    void everybody_is_known_by_number() {
        phones.ofDefault().contacts(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "+55119%d, 5511%d@c.us",
        "+5255%d, 52155%d@c.us",
        "+5411%d, 54911%d@c.us",
        "+3469%d, 1000000%d@lid"
    })
    void baja_from_the_chat_that_the_check_named_is_of_the_number_we_know(
            String number, String chat) throws Exception {
        var person = person(number, chat);
        phones.ofDefault().contacts(List.of(person));
        sent(due(person.number()));

        hears(written(clock.millis(), person.chat(), "BAJA"));
        var later = due(person.number());
        scene.arrives(later);
        scene.round();

        assertThat(scene.one("SELECT string_agg(phone, ' ') FROM opt_out"))
                .isEqualTo(person.number());
        assertThat(scene.reportedOf(later)).containsExactly(SUPPRESSED);
        assertThat(answersTo(person.number()))
                .singleElement()
                .asString()
                .contains("no recibirá más avisos");
        assertThat(told(Topics.OPT_OUT_CHANGED))
                .singleElement()
                .asString()
                .contains(person.number());
    }

    @ParameterizedTest
    @CsvSource({"+55119%d, 5511%d@c.us", "+3469%d, 1000000%d@lid"})
    void not_coming_becomes_a_task_of_the_clinic_that_wrote(String number, String chat)
            throws Exception {
        var person = person(number, chat);
        phones.ofDefault().contacts(List.of(person));
        sent(due(person.number()).ofClinic("sol", "Clínica Sol", "910 000 001"));

        hears(written(clock.millis(), person.chat(), "No podré ir"));

        assertThat(told(Topics.TASK_RAISED)).singleElement().asString().contains("\"sol\"");
        assertThat(answersTo(person.number())).singleElement().asString().contains("Clínica Sol");
    }

    @Test
    void who_is_found_under_a_lid_may_write_from_the_number_beside_it() throws Exception {
        var person = person("+3469%d", "1000000%d@lid");
        phones.ofDefault().contacts(List.of(person));
        sent(due(person.number()));
        assertThat(scene.one("SELECT alias_chat_id FROM contact")).isEqualTo(chat(person.number()));
        scene.update("UPDATE contact SET alias_chat_id = '5511999999999@c.us'");

        hears(written(clock.millis(), "5511999999999@c.us", "BAJA"));

        assertThat(optedOut()).containsExactly(person.number());
    }

    @Test
    void baja_holds_for_every_number_that_is_written_to_in_that_chat() throws Exception {
        var person = person("+55119%d", "5511%d@c.us");
        var spelledOtherwise = other(person);
        phones.ofDefault().contacts(List.of(person, spelledOtherwise));
        sent(due(person.number()), due(spelledOtherwise.number()));

        hears(written(clock.millis(), person.chat(), "BAJA"));

        assertThat(optedOut())
                .containsExactlyInAnyOrder(person.number(), spelledOtherwise.number());
        assertThat(newest("effect")).isEqualTo("OPTED_OUT");
    }

    @Test
    void baja_holds_for_a_number_that_is_found_in_that_chat_later() throws Exception {
        var person = person("+55119%d", "5511%d@c.us");
        var spelledOtherwise = other(person);
        phones.ofDefault().contacts(List.of(person, spelledOtherwise));
        sent(due(person.number()));
        hears(written(clock.millis(), person.chat(), "BAJA"));
        clock.advance(Duration.ofDays(1));

        var later = due(spelledOtherwise.number());
        scene.arrives(later);
        scene.round();

        assertThat(scene.stateOf(later)).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(optedOut()).contains(spelledOtherwise.number());
        assertThat(told(Topics.OPT_OUT_CHANGED)).hasSize(2);
    }

    @Test
    void baja_of_somebody_nobody_had_written_to_holds_for_the_number_found_there_later()
            throws Exception {
        var person = person("+55119%d", "5511%d@c.us");
        phones.ofDefault().contacts(List.of(person));
        hears(written(clock.millis(), person.chat(), "BAJA"));

        var later = due(person.number());
        scene.arrives(later);
        scene.round();

        assertThat(scene.stateOf(later)).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(optedOut()).contains(person.number());
    }

    /** Whose messages go out over the line of the tests, and whose chat is as given. */
    private SimulatedContact person(String number, String chat) {
        return Stream.generate(PEOPLE::getAndIncrement)
                .map(n -> SimulatedContact.in(chat.formatted(n), number.formatted(n)))
                .filter(one -> isOnDefault(one.number()))
                .findFirst()
                .orElseThrow();
    }

    /** Another way to write the same person's number, over the same line. */
    private SimulatedContact other(SimulatedContact person) {
        return Stream.generate(PEOPLE::getAndIncrement)
                .map(n -> SimulatedContact.in(person.chat(), "+55118%d".formatted(n)))
                .filter(one -> isOnDefault(one.number()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOnDefault(String number) {
        return lines.lineFor(number).equals("default");
    }

    private List<String> optedOut() {
        return List.of(scene.one("SELECT string_agg(phone, ' ') FROM opt_out").split(" "));
    }

    private List<String> told(String topic) {
        return scene.outbox().stream()
                .map(sent -> sent.publication())
                .filter(publication -> publication.topic().equals(topic))
                .map(publication -> new String(publication.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
