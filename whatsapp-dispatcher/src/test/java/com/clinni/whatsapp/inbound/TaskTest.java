package com.clinni.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.TaskRaised;
import com.clinni.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaskTest extends ReplyScenario {

    private final EventReader<TaskRaised> reader =
            new EventReader<>(TaskRaised.class, Topics.TASK_RAISED);

    @Test
    void not_coming_becomes_a_task_of_the_clinic_and_cancels_nothing() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).ofClinic("sol", "Clínica Sol", "910 000 001").of("visit-7", 1));
        var waiting = due(phone).ofClinic("sol", "Clínica Sol", "910 000 001");
        scene.arrives(waiting);

        writes(phone, "Hola, no podré ir");
        writes(phone, "¡Que no puedo ir!");

        assertThat(raised())
                .singleElement()
                .satisfies(
                        task -> {
                            assertThat(task.clinicId()).isEqualTo("sol");
                            assertThat(task.appointmentId()).isEqualTo("visit-7");
                            assertThat(task.patientId()).isEqualTo("patient-1");
                            assertThat(task.text()).isEqualTo("Hola, no podré ir");
                            assertThat(task.ambiguous()).isFalse();
                        });
        assertThat(answersTo(phone)).singleElement().asString().contains("Clínica Sol");
        assertThat(scene.stateOf(waiting).name()).isEqualTo("WAITING");
    }

    @Test
    void who_was_last_told_of_no_visit_raises_a_task_about_none() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).ofClinic("sol", "Sol", null).aboutNoVisit("document-7"));

        writes(phone, "Cancelo");

        assertThat(raised()).singleElement().returns(null, TaskRaised::appointmentId);
    }

    @Test
    void several_clinics_are_each_told_and_that_it_is_ambiguous() throws Exception {
        var phone = scene.phoneOn("default");
        sent(due(phone).ofClinic("sol", "Sol", null), due(phone).ofClinic("mar", "Mar", null));

        writes(phone, "Cancelo");

        assertThat(raised())
                .hasSize(2)
                .allMatch(TaskRaised::ambiguous)
                .extracting(TaskRaised::clinicId)
                .containsExactlyInAnyOrder("sol", "mar");
    }

    @Test
    void a_stranger_raises_no_task() throws Exception {
        writes(scene.phoneOn("default"), "Cancelo");

        assertThat(raised()).isEmpty();
    }

    private List<TaskRaised> raised() {
        return scene.outbox().stream()
                .map(sent -> sent.publication())
                .filter(p -> p.topic().equals(Topics.TASK_RAISED))
                .map(p -> ((Reading.Read<TaskRaised>) reader.read(p.headers(), p.value())).event())
                .toList();
    }
}
