package com.clinni.fallback.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.receipt.ReceiptLoop;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.testbed.simulator.smpp.SmppAnswer;
import com.clinni.testbed.simulator.smpp.SmppSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service with SMPP as its adapter. */
@QuarkusTest
@TestProfile(SmppFallbackTest.OverSmpp.class)
class SmppFallbackTest extends ServiceTest {

    /** Chosen by configuration alone. */
    public static final class OverSmpp implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sms.adapter", "SMPP",
                    "sms.smpp.password", "secret",
                    "sms.smpp.host", "127.0.0.1",
                    "sms.smpp.longest-pause", "PT0.01S",
                    "sms.smpp.pause", "PT0.01S");
        }
    }

    @Inject ReceiptLoop applied;
    @Inject SmsGateway gateway;

    @ConfigProperty(name = "sms.smpp.port")
    int port;

    private final String clinic = "clinica-" + UUID.randomUUID();
    private final MessageReady message =
            TestMessage.message().clinic(clinic).fallback(Fallback.SMS).sms("Está citada").build();
    private SmppSimulator provider;

    @BeforeEach
    void open() {
        provider = new SmppSimulator(port, "secret", Clock.systemUTC());
        CreditClient.topUp(clinic, 1);
        await().until(
                        () -> {
                            gateway.keepReady();
                            return isBound();
                        });
    }

    @AfterEach
    void shut() {
        provider.close();
        await().until(() -> !isBound());
    }

    private boolean isBound() {
        return gateway instanceof SmppGateway smpp && smpp.isBound();
    }

    @Test
    void an_sms_leaves_over_the_session_and_its_receipt_comes_back_over_it() {
        var id = died(message, Cause.LINE_DOWN);
        loop.sendSms();
        becomes(id, DeliveryState.ACCEPTED);
        assertThat(provider.received())
                .singleElement()
                .satisfies(sms -> assertThat(sms.text()).isEqualTo("Está citada"));

        provider.tell("id:" + row(id).get("provider_id") + " stat:DELIVRD err:000");
        applied.applyAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
    }

    @Test
    void a_sender_that_the_provider_does_not_know_means_email() {
        provider.answer(SmppAnswer.INVALID_SOURCE);
        var id = died(message, Cause.LINE_DOWN);
        loop.sendSms();
        becomes(id, DeliveryState.RECEIVED);

        assertThat(row(id))
                .containsEntry("channel", "EMAIL")
                .containsEntry("sms_failed", "SMS_SENDER_BLOCKED");
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(1);
    }

    @Test
    void while_the_provider_throttles_it_waits() {
        provider.answer(SmppAnswer.THROTTLE);
        var id = died(message, Cause.LINE_DOWN);
        loop.sendSms();
        becomes(id, DeliveryState.RECEIVED);

        assertThat(row(id)).containsEntry("channel", "SMS").containsEntry("attempts", 1);
        assertThat(provider.received()).isEmpty();
    }
}
