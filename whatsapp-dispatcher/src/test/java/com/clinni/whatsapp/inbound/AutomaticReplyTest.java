package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AutomaticReplyTest extends ReplyScenario {

    @Test
    void whoever_writes_is_told_that_nobody_reads_and_whom_to_call() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).ofClinic("sol", "Clínica Sol", "910 000 001"));

        writes(phone, "¿A qué hora era?");

        assertThat(answersTo(phone))
                .singleElement()
                .asString()
                .contains("nadie lee", "Clínica Sol, teléfono 910 000 001");
        assertThat(newest("effect")).isEqualTo("REPLIED");
        assertThat(newest("body")).isNull();
    }

    @Test
    void the_answer_speaks_the_language_of_the_last_message() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).in("es", "Europe/Madrid"));
        clock.advance(Duration.ofMinutes(1));
        sent(due(phone).ofClinic("mar", "Clínica Mar", "930 000 000").in("ca", "Europe/Madrid"));

        writes(phone, "Bon dia");

        assertThat(answersTo(phone)).singleElement().asString().contains("ningú llegeix");
    }

    @Test
    void all_clinics_of_the_last_weeks_are_listed_the_last_first_and_older_ones_are_not()
            throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).ofClinic("old", "Clínica Antigua", "910 000 009"));
        clock.advance(Duration.ofDays(31));
        sent(due(phone).ofClinic("sol", "Clínica Sol", "910 000 001"));
        clock.advance(Duration.ofDays(2));
        sent(due(phone).ofClinic("mar", "Clínica Mar", "910 000 002"));

        writes(phone, "Hola");

        assertThat(answersTo(phone))
                .singleElement()
                .asString()
                .containsSubsequence(
                        "- Clínica Mar, teléfono 910 000 002",
                        "- Clínica Sol, teléfono 910 000 001")
                .doesNotContain("Antigua");
    }

    @Test
    void whoever_quotes_a_message_means_its_clinic() throws Exception {
        var phone = scene.phoneOn("default");
        var quoted = due(phone).ofClinic("sol", "Clínica Sol", "910 000 001");
        sent(quoted, due(phone).ofClinic("mar", "Clínica Mar", "910 000 002"));
        var id =
                scene.one(
                        "SELECT client_message_id FROM message WHERE reminder_id = ?", quoted.id());

        hears(
                written(
                        clock.millis(),
                        chat(phone),
                        "¿Dónde es?",
                        ",\"replyTo\":{\"id\":\"" + id + "\"}"));

        assertThat(answersTo(phone))
                .singleElement()
                .asString()
                .contains("Clínica Sol")
                .doesNotContain("Clínica Mar");
    }

    @Test
    void a_number_nobody_wrote_to_hears_no_clinics_name() throws Exception {
        sent(due(scene.phoneOn("default")));
        var stranger = scene.phoneOn("default");

        writes(stranger, "Hola");

        assertThat(answersTo(stranger))
                .singleElement()
                .asString()
                .contains(GENERAL)
                .doesNotContain("Ejemplo");
    }

    @Test
    void a_chat_is_answered_once_a_day_and_the_first_message_of_each_day_is() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone));
        writes(phone, "Hola");
        clock.advance(Duration.ofMinutes(10));
        writes(phone, "¿Hay alguien?");
        assertThat(answersTo(phone)).hasSize(1);
        assertThat(newest("effect")).isEqualTo("ANSWERED_TODAY");

        clock.advance(Duration.ofDays(1));
        writes(phone, "Hola");

        assertThat(answersTo(phone)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Madrid, 2", "Atlantic/Canary, 1"})
    void the_day_is_that_of_the_clinics_calendar(String zone, int answers) throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).in("es", zone));
        clock.set(Instant.parse("2030-03-05T22:59:00Z"));
        writes(phone, "Hola");
        clock.set(Instant.parse("2030-03-05T23:01:00Z"));
        writes(phone, "Hola");

        assertThat(answersTo(phone)).hasSize(answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120363000000000000@g.us",
                "status@broadcast",
                "34600000199-1600000000@g.us",
                "120363000000000001@newsletter",
                "server@c.us",
                ""
            })
    void nothing_but_a_persons_chat_is_answered(String from) throws Exception {
        var before = phones.ofDefault().received().size();

        hears(written(clock.millis(), from, "Hola"));

        assertThat(scene.one("SELECT count(*) FROM inbound")).isEqualTo("0");
        assertThat(phones.ofDefault().received()).hasSize(before);
    }

    @Test
    void our_own_messages_are_not_answered() throws Exception {
        var phone = scene.phoneOn("default");

        hears(written(clock.millis(), chat(phone), "Hola").replace("Me\":false", "Me\":true"));

        assertThat(scene.one("SELECT count(*) FROM inbound")).isEqualTo("0");
        assertThat(answersTo(phone)).isEmpty();
    }

    @Test
    void what_is_told_late_is_not_answered() throws Exception {
        var phone = scene.phoneOn("default");
        var at = clock.millis();
        var late = at / 1000 - Duration.ofMinutes(6).toSeconds();

        hears(
                written(at, chat(phone), "Hola")
                        .replace(
                                "\"timestamp\":" + at / 1000 + ",", "\"timestamp\":" + late + ","));

        assertThat(newest("effect")).isEqualTo("BACK_FILLED");
        assertThat(answersTo(phone)).isEmpty();
    }

    @Test
    void a_machine_that_sends_our_words_back_is_not_answered() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone));
        writes(phone, com.clinni.whatsapp.TestMessage.TEXT);
        assertThat(answersTo(phone)).isEmpty();

        writes(phone, "Hola");
        clock.advance(Duration.ofDays(1));
        writes(phone, answersTo(phone).getFirst());

        assertThat(newest("effect")).isEqualTo("OURS");
        assertThat(answersTo(phone)).hasSize(1);
    }

    @Test
    void a_machine_that_repeats_itself_over_midnight_is_answered_once() throws Exception {
        var phone = scene.phoneOn("default");
        clock.set(Instant.parse("2030-03-05T22:59:50Z"));
        writes(phone, "Estoy fuera de la oficina");
        clock.set(Instant.parse("2030-03-05T23:00:10Z"));
        writes(phone, "Estoy fuera de la oficina");

        assertThat(newest("effect")).isEqualTo("REPEATED");
        assertThat(answersTo(phone)).hasSize(1);
    }
}
