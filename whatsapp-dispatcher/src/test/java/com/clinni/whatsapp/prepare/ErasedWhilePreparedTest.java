package com.clinni.whatsapp.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.PatientErased;
import com.clinni.platform.erasure.ErasureLoop;
import com.clinni.platform.erasure.Erasures;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.Lines;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient is erased between the question to the gateway and its answer. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class ErasedWhilePreparedTest {

    @Inject ServiceDriver scene;
    @Inject Preparations preparations;
    @Inject Lines lines;
    @Inject Erasures erasures;
    @Inject ErasureLoop erasing;
    @Inject MutableClock clock;

    private String phone;
    private Line line;
    private UnpreparedMessage asked;

    @BeforeEach
    void a_message_is_being_prepared() {
        scene.begin();
        phone = scene.phoneOn("default");
        line = lines.named("default").orElseThrow();
        scene.arrives(TestMessage.dueAt(clock.instant()).to(phone));
        asked = preparations.take(line, 1, 1, clock.instant()).getFirst();
    }

    @Test
    void the_number_that_was_found_is_not_kept() {
        erase();

        found();

        assertThat(CanarySearch.find(DatabaseAdmin.dataSource(), phone.substring(1))).isEmpty();
    }

    @Test
    void one_that_was_found_before_goes() {
        found();
        assertThat(scene.one("SELECT phone FROM contact")).isEqualTo(phone);

        erase();

        assertThat(CanarySearch.find(DatabaseAdmin.dataSource(), phone.substring(1))).isEmpty();
    }

    private void found() {
        var chat = new ChatId(phone.substring(1) + "@c.us");
        preparations.saveContact(line, asked, new Existence.Yes(chat, null), clock.instant());
    }

    private void erase() {
        erasures.ask(
                List.of(
                        new PatientErased(
                                UUID.randomUUID(),
                                "clinic-1",
                                "patient-1",
                                clock.instant(),
                                List.of(),
                                List.of())));
        erasing.erase();
        scene.update("DELETE FROM outbox");
    }
}
