package com.clinni.whatsapp.intake;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DEAD;
import static com.clinni.events.DeliveryState.SUPPRESSED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class IntakeTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void a_message_without_a_phone_dies_at_once_with_its_reason() {
        var nobody = due().withoutPhone(Cause.NO_ADDRESS);
        var fixed = due().withoutPhone(Cause.NOT_MOBILE);
        scene.arrives(nobody, fixed);

        assertThat(scene.reportedOf(nobody)).containsExactly(DEAD);
        assertThat(scene.deadLetters())
                .extracting(letter -> letter.header("dead-letter-cause"))
                .containsExactly("NO_ADDRESS", "NOT_MOBILE");
    }

    @Test
    void a_message_without_its_text_dies_for_missing_data() {
        scene.arrives(due().text(null));

        assertThat(scene.deadLetters())
                .singleElement()
                .returns("TEMPLATE_DATA_MISSING", letter -> letter.header("dead-letter-cause"));
    }

    @Test
    void a_message_from_before_texts_had_versions_is_sent() throws Exception {
        var message = due();
        var record = scene.record(message);
        var before =
                new String(record.value(), StandardCharsets.UTF_8)
                        .replace(",\"templateVersion\":0", "");
        assertThat(before).doesNotContain("templateVersion");
        scene.arrives(
                scene.record(
                        new Publication(
                                record.topic(),
                                record.key(),
                                record.headers(),
                                ServiceDriver.bytes(before))));
        scene.round();

        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void who_opted_out_is_not_written_to() throws Exception {
        var message = due().optedOutOf(Channel.WHATSAPP);
        scene.arrives(message);
        scene.round();

        assertThat(scene.reportedOf(message)).containsExactly(SUPPRESSED);
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void poison_is_put_aside_as_it_came_and_the_rest_of_the_batch_goes_on() {
        var good = due();
        var poison =
                List.of(
                        "",
                        "not json",
                        "{\"reminderId\":",
                        "[]",
                        "\u0000",
                        "{\"reminderId\":\"7\"}");
        var records =
                new java.util.ArrayList<
                        org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>>();
        for (var text : poison) {
            records.add(poisoned(ServiceDriver.bytes(text)));
        }
        records.add(poisoned(null));
        records.add(poisoned(new byte[] {(byte) 0xc3, 0x28}));
        records.add(poisoned(new byte[300 * 1024]));
        records.add(scene.record(good));

        scene.arrivesInOneBatch(records);

        assertThat(scene.stateOf(good)).isEqualTo(WAITING);
        assertThat(scene.deadLetters())
                .hasSize(poison.size() + 3)
                .allSatisfy(
                        letter -> {
                            assertThat(letter.publication().topic())
                                    .isEqualTo(Topics.deadLetterOf(Topics.WHATSAPP_READY));
                            assertThat(letter.header("dead-letter-service"))
                                    .isEqualTo("whatsapp-dispatcher");
                        });
        assertThat(scene.deadLetters())
                .extracting(letter -> letter.header("dead-letter-cause"))
                .contains("UNREADABLE", "SCHEMA_INVALID", "TOO_LARGE");
    }

    @Test
    void a_key_that_no_text_column_holds_stops_nothing() {
        var good = due();
        var lost = due().withoutPhone(Cause.NO_ADDRESS);
        var key = "visit\u0000";
        var headers = new RecordHeaders(scene.record(lost).headers()).add("n".repeat(70_000), null);
        scene.arrivesInOneBatch(
                List.of(
                        scene.record(keyed(key, headers, ServiceDriver.bytes("not json"))),
                        scene.record(keyed(key, headers, scene.record(lost).value())),
                        scene.record(good)));

        assertThat(scene.stateOf(good)).isEqualTo(WAITING);
        assertThat(scene.deadLetters())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.publication().key()).isEqualTo(key));
    }

    @Test
    void a_value_that_only_the_database_refuses_puts_its_record_aside_alone() {
        var good = due();
        var bad = due();
        DatabaseAdmin.execute(
                "ALTER TABLE message ADD CONSTRAINT refused CHECK (reminder_id <> '%s')"
                        .formatted(bad.id()));
        scene.arrivesInOneBatch(List.of(scene.record(good), scene.record(bad)));
        DatabaseAdmin.execute("ALTER TABLE message DROP CONSTRAINT refused");

        assertThat(scene.stateOf(good)).isEqualTo(WAITING);
        assertThat(scene.deadLetters())
                .singleElement()
                .returns("SCHEMA_INVALID", letter -> letter.header("dead-letter-cause"));
    }

    @Test
    void only_a_newer_generation_reopens_and_only_what_is_dead() throws Exception {
        var message = due();
        phones.ofDefault()
                .behave(Behaviour.notOnWhatsApp(message.message().recipient().phone().e164()));
        scene.arrives(message);
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(DEAD);

        scene.arrives(message, 1);
        assertThat(scene.stateOf(message)).isEqualTo(DEAD);

        phones.ofDefault().mode(Mode.OK);
        scene.arrives(message, 2);
        scene.arrives(message, 2);
        scene.arrives(message, 3);
        assertThat(scene.one("SELECT generation FROM message WHERE reminder_id = ?", message.id()))
                .isEqualTo("2");
        scene.round();
        scene.round();

        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
        assertThat(scene.reportsOf(message))
                .extracting(r -> r.generation() + ":" + r.sequence() + ":" + r.state())
                .containsExactly(
                        "1:1:WAITING", "1:2:DEAD", "2:1:WAITING", "2:2:SENDING", "2:3:ACCEPTED");
        assertThat(phones.ofDefault().received())
                .filteredOn(r -> r.to().equals(message.message().recipient().phone().e164()))
                .hasSize(1);
    }

    @Test
    void both_generations_in_one_batch_are_one_message() throws Exception {
        var message = due();
        var first = Publication.of(message.message(), "/test", clock.instant(), 1);
        var second = Publication.of(message.message(), "/test", clock.instant(), 2);
        scene.arrivesInOneBatch(List.of(scene.record(first), scene.record(second)));

        assertThat(scene.reportsOf(message)).singleElement().returns(2, r -> r.generation());
    }

    private static Publication keyed(String key, Headers headers, byte[] value) {
        return new Publication(Topics.WHATSAPP_READY, key, headers, value);
    }

    private org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> poisoned(
            byte[] value) {
        var headers = new RecordHeaders(scene.record(due()).headers());
        return scene.record(new Publication(Topics.WHATSAPP_READY, "visit-1", headers, value));
    }
}
