package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.envelope;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.TaskRaised;
import com.clinni.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EditedMessageTest extends ReplyScenario {

    private static final String ORIGINAL = "3EB0ORIGINAL0001";

    private final EventReader<TaskRaised> reader =
            new EventReader<>(TaskRaised.class, Topics.TASK_RAISED);

    @Test
    void a_message_that_becomes_baja_opts_out() throws Exception {
        var phone = scene.phoneOn("default");
        hears(message(phone, "Vaja"));
        hears(edit(phone, "3EB0EDIT0001", "Baja"));

        assertThat(newest("effect")).isEqualTo("OPTED_OUT");
        assertThat(scene.one("SELECT count(*) FROM opt_out")).isEqualTo("1");
    }

    @Test
    void a_message_that_says_at_last_that_nobody_comes_becomes_a_task() throws Exception {
        var phone = reminded();
        hears(message(phone, "Hola"));
        hears(edit(phone, "3EB0EDIT0001", "Hola, no puedo ir"));

        assertThat(raised()).extracting(TaskRaised::text).containsExactly("Hola, no puedo ir");
    }

    @Test
    void a_task_is_told_again_in_the_new_words_whatever_they_mean() throws Exception {
        var phone = reminded();
        hears(message(phone, "No puedo ir"));
        clock.advance(Duration.ofMinutes(1));
        hears(edit(phone, "3EB0EDIT0001", "Al final sí puedo"));
        clock.advance(Duration.ofMinutes(1));
        hears(edit(phone, "3EB0EDIT0002", "Al final sí, pero tarde"));

        assertThat(raised())
                .extracting(TaskRaised::text)
                .containsExactly("No puedo ir", "Al final sí puedo", "Al final sí, pero tarde");
        assertThat(raised())
                .extracting(TaskRaised::taskId)
                .containsOnly(raised().getFirst().taskId());
        assertThat(raised()).extracting(task -> task.id(1)).doesNotHaveDuplicates();
    }

    @Test
    void an_edit_that_comes_with_its_message_is_told_too() throws Exception {
        var phone = reminded();
        tell(message(phone, "No puedo ir"));
        tell(edit(phone, "3EB0EDIT0001", "Al final sí puedo"));
        answer();

        assertThat(raised())
                .extracting(TaskRaised::text)
                .containsExactly("No puedo ir", "Al final sí puedo");
    }

    @Test
    void an_edit_under_the_messages_own_id_is_read_and_once() throws Exception {
        var phone = reminded();
        hears(message(phone, "No puedo ir"));
        var edit = edit(phone, ORIGINAL, "Al final sí puedo").replace(edited(), "");
        hears(edit);
        hears(edit);

        assertThat(raised()).hasSize(2);
        assertThat(raised().getLast().text()).isEqualTo("Al final sí puedo");
    }

    @Test
    void what_was_no_task_becomes_none_by_being_edited() throws Exception {
        var phone = reminded();
        hears(message(phone, "Hola"));
        hears(edit(phone, "3EB0EDIT0001", "Hola!"));

        assertThat(raised()).isEmpty();
    }

    private String reminded() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).ofClinic("sol", "Clínica Sol", "910 000 001").of("visit-7", 1));
        return phone;
    }

    private String message(String phone, String text) {
        return event("message", phone, ORIGINAL, text, "");
    }

    private String edit(String phone, String id, String text) {
        return event("message.edited", phone, id, text, edited());
    }

    private static String edited() {
        return ",\"editedMessageId\":\"" + ORIGINAL + "\"";
    }

    private String event(String name, String phone, String id, String text, String more) {
        return envelope(
                clock.millis(),
                name,
                "{\"id\":\"false_%s_%s\",\"timestamp\":%d,\"from\":\"%s\",\"fromMe\":false,\"body\":\"%s\"%s}"
                        .formatted(
                                chat(phone), id, clock.millis() / 1000, chat(phone), text, more));
    }

    private List<TaskRaised> raised() {
        return scene.outbox().stream()
                .map(sent -> sent.publication())
                .filter(p -> p.topic().equals(Topics.TASK_RAISED))
                .map(p -> ((Reading.Read<TaskRaised>) reader.read(p.headers(), p.value())).event())
                .toList();
    }
}
