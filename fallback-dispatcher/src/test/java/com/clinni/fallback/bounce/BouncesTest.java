package com.clinni.fallback.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import io.quarkus.test.junit.QuarkusTest;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BouncesTest extends ServiceTest {

    private static final String KEY = "only-for-tests-0123";

    @Test
    void an_email_that_comes_back_stands_on_the_timeline_and_before_a_person() {
        var message = TestMessage.message().build();
        var id = sent(message);

        assertThat(post(report(message, "5.1.1"))).isEqualTo(200);
        assertThat(post(report(message, "5.1.1"))).isEqualTo(200);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.EMAIL_REFUSED);
        assertThat(reports(message.reminderId()))
                .filteredOn(report -> report.cause() == Cause.EMAIL_REFUSED)
                .singleElement()
                .returns("BOUNCED", DeliveryReported::detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.7", "4.2.2", "5.7.1"})
    void what_failed_is_final_whatever_its_code(String status) {
        var message = TestMessage.message().build();
        var id = sent(message);

        post(report(message, status));

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(causeOf(id)).isEqualTo(Cause.EMAIL_REFUSED);
    }

    @Test
    void one_that_was_forwarded_in_base64_and_without_the_email_itself_is_understood() {
        var message = TestMessage.message().build();
        var id = sent(message);
        var report =
                BounceMails.reportOf(
                        "In-Reply-To: <" + message.reminderId() + ".1@clinni.example>\n",
                        BounceMails.part("text/plain", "It failed."),
                        BounceMails.base64(
                                "message/global-delivery-status",
                                BounceMails.status("failed", "4.4.7")));

        post(BounceMails.forwarded(report));

        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
    }

    @Test
    void a_clinic_that_pays_for_sms_has_it_sent_by_sms() {
        var clinic = "clinica-" + UUID.randomUUID();
        CreditClient.topUp(clinic, 1);
        var message =
                TestMessage.message()
                        .clinic(clinic)
                        .channel(Channel.EMAIL)
                        .fallback(Fallback.SMS)
                        .build();
        var id = ready(message);
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);

        post(report(message, "5.2.1"));
        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.smsAbout(id)).hasSize(1);
    }

    @Test
    void a_delay_a_stranger_and_a_message_of_another_generation_change_nothing() {
        var message = TestMessage.message().build();
        var id = sent(message);

        post(
                BounceMails.report(
                        "<" + message.reminderId() + ".1@clinni.example>", "delayed", "4.4.7"));
        post(report(TestMessage.message().build(), "5.1.1"));
        post(
                BounceMails.report(
                        "<" + message.reminderId() + ".2@clinni.example>", "failed", "5.1.1"));
        post(
                BounceMails.report(
                        "<" + message.reminderId() + ".1@other.example>", "failed", "5.1.1"));
        post("no mail at all");

        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void one_that_overtakes_the_settlement_is_to_come_again() {
        var message = TestMessage.message().build();
        var id = sent(message);
        execute("UPDATE message SET state = 'SENDING', provider_id = NULL");

        assertThat(post(report(message, "5.1.1"))).isEqualTo(503);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.SENDING);
    }

    @Test
    void whoever_cannot_sign_changes_nothing() {
        var message = TestMessage.message().build();
        var id = sent(message);

        given().contentType("message/rfc822")
                .body(BounceMails.bytes(report(message, "5.1.1")))
                .post("/webhooks/mail/bounces")
                .then()
                .statusCode(401);

        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    }

    private UUID sent(MessageReady message) {
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);
        return id;
    }

    private static String report(MessageReady message, String status) {
        return BounceMails.report(
                "<" + message.reminderId() + ".1@clinni.example>", "failed", status);
    }

    private static int post(String mail) {
        var bytes = BounceMails.bytes(mail);
        return given().contentType("message/rfc822")
                .header("X-Signature", signature(bytes))
                .body(bytes)
                .post("/webhooks/mail/bounces")
                .statusCode();
    }

    private static String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
