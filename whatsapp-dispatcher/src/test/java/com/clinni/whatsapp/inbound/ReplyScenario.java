package com.clinni.whatsapp.inbound;

import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of answering share: people who write, and what their phones show. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
abstract class ReplyScenario {

    static final String GENERAL = "contacte con su clínica por sus canales habituales";

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject InboundLoop loop;
    @Inject HiddenSenders hiddenSenders;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    TestMessage due(String phone) {
        return TestMessage.dueAt(clock.instant()).to(phone);
    }

    /** Sends reminders and empties the phones' memory of them. */
    void sent(TestMessage... reminders) throws Exception {
        scene.arrives(reminders);
        scene.round();
    }

    /** Somebody writes, and whatever is to be said about it is said. */
    void writes(String phone, String text) throws Exception {
        hears(written(clock.millis(), chat(phone), text));
    }

    void hears(String webhook) throws Exception {
        assertThat(tell(webhook)).isEqualTo(200);
        answer();
    }

    void answer() throws Exception {
        hiddenSenders.ask();
        loop.answer();
        scene.reply();
    }

    /** Texts on a phone that are no reminders, oldest first. */
    List<String> answersTo(String phone) {
        return phones.ofDefault().received().stream()
                .filter(received -> received.to().equals(phone))
                .map(ReceivedWhatsApp::text)
                .filter(text -> !text.equals(TestMessage.TEXT))
                .toList();
    }

    String newest(String column) {
        return scene.one("SELECT " + column + " FROM inbound ORDER BY id DESC LIMIT 1");
    }

    static String chat(String phone) {
        return phone.substring(1) + "@c.us";
    }
}
