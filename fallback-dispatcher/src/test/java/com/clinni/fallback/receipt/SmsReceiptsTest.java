package com.clinni.fallback.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.platform.retention.RetentionLoop;
import com.clinni.testbed.simulator.channel.Mode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmsReceiptsTest extends ServiceTest {

    private static final String KEY = "only-for-tests-0123";
    private static final String WHO_WAITS = "SELECT pid FROM pg_locks WHERE NOT granted";

    @Inject ReceiptLoop applied;
    @Inject RetentionLoop retention;

    private CompletableFuture<Void> receipts;

    private final String clinic = "clinica-" + UUID.randomUUID();
    private final MessageReady message =
            TestMessage.message().clinic(clinic).fallback(Fallback.SMS).build();

    @Test
    void a_receipt_says_that_the_phone_has_it_once_however_often_it_comes() {
        var id = sent();

        for (var i = 0; i < 3; i++) {
            post(byReference(id, "DELIVERED"));
            applied.applyAll();
        }

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(reports(message.reminderId()))
                .filteredOn(report -> report.state() == DeliveryState.DELIVERED)
                .singleElement()
                .returns("RECEIPT", DeliveryReported::detail);
        assertThat(query("SELECT * FROM sms_receipt")).isEmpty();
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
    }

    @Test
    void a_receipt_that_quotes_only_the_providers_id_finds_its_message() {
        var id = sent();

        post("{\"id\":\"%s\",\"state\":\"DELIVERED\"}".formatted(row(id).get("provider_id")));
        applied.applyAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void nothing_takes_it_back_from_the_phone() {
        var id = sent();
        post(byReference(id, "DELIVERED"));
        applied.applyAll();

        post(byReference(id, "FAILED"));
        applied.applyAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void a_receipt_ends_a_doubt_and_the_reservation() {
        CreditClient.topUp(clinic, 1);
        SimulatedProviders.sms().mode(Mode.ERROR_500);
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendSms();
        becomes(id, DeliveryState.IN_DOUBT);
        assertThat(CreditClient.of(clinic).getInt("reserved")).isEqualTo(1);

        post(byReference(id, "DELIVERED"));
        applied.applyAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(CreditClient.of(clinic).getInt("reserved")).isZero();
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
        assertThat(segmentsTold()).containsExactly(1);
    }

    @Test
    void receipts_lock_the_clinics_credit_in_the_order_of_claims() {
        var capital = "clinica-Z-" + UUID.randomUUID();
        var small = "clinica-a-" + UUID.randomUUID();
        post(byReference(doubtful(small), "DELIVERED"));
        post(byReference(doubtful(capital), "DELIVERED"));

        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            lockCredit(capital);
                            receipts = CompletableFuture.runAsync(applied::applyAll);
                            await().until(() -> !query(WHO_WAITS).isEmpty());
                            lockCredit(small);
                        });
        receipts.join();

        assertThat(CreditClient.of(capital).getInt("spent")).isEqualTo(1);
        assertThat(CreditClient.of(small).getInt("spent")).isEqualTo(1);
    }

    private UUID doubtful(String clinicId) {
        CreditClient.topUp(clinicId, 1);
        SimulatedProviders.sms().mode(Mode.ERROR_500);
        var id =
                died(
                        TestMessage.message().clinic(clinicId).fallback(Fallback.SMS).build(),
                        Cause.NOT_ON_WHATSAPP);
        loop.sendSms();
        becomes(id, DeliveryState.IN_DOUBT);
        return id;
    }

    private void lockCredit(String clinicId) {
        query("SELECT 1 FROM sms_credit WHERE clinic_id = ? FOR UPDATE", clinicId);
    }

    @Test
    void an_sms_that_will_never_get_there_goes_by_email_and_stays_paid() {
        var id = sent();

        post(byReference(id, "UNDELIV"));
        applied.applyAll();
        assertThat(row(id))
                .containsEntry("state", "RECEIVED")
                .containsEntry("channel", "EMAIL")
                .containsEntry("sms_failed", "SMS_REFUSED");
        loop.sendEmails();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(SimulatedProviders.mailsTo(message.recipient().email().address())).hasSize(1);
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(1);
        assertThat(segmentsTold()).containsExactly(1);
    }

    @Test
    void a_receipt_that_overtakes_the_answer_waits_for_it() {
        CreditClient.topUp(clinic, 1);
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        post(byReference(id, "ENROUTE"));
        execute("UPDATE message SET state = 'SENDING'");
        post(byReference(id, "DELIVERED"));
        applied.applyAll();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.SENDING);

        execute("UPDATE message SET state = 'ACCEPTED'");
        applied.applyAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void what_fits_nothing_is_answered_kept_for_a_day_and_forgotten() {
        post(byReference(UUID.randomUUID(), "DELIVERED"));
        post("{\"id\":\"nobody-s\",\"state\":\"DELIVERED\"}");
        post("{\"id\":\"nobody-s\",\"state\":\"DELIVERED\"}");
        applied.applyAll();
        assertThat(query("SELECT * FROM sms_receipt")).hasSize(2);

        clock.set(MutableClock.START.plus(Duration.ofHours(24)));
        retention.deleteAll();
        assertThat(query("SELECT * FROM sms_receipt")).hasSize(2);
        clock.set(MutableClock.START.plus(Duration.ofHours(24)).plusSeconds(1));
        retention.deleteAll();
        assertThat(query("SELECT * FROM sms_receipt")).isEmpty();
    }

    @Test
    void whoever_cannot_sign_learns_and_changes_nothing() {
        var id = sent();
        var body = byReference(id, "DELIVERED");

        assertThat(statusOf(body, null)).isEqualTo(401);
        assertThat(statusOf(body, "")).isEqualTo(401);
        assertThat(statusOf(body, "zz")).isEqualTo(401);
        assertThat(statusOf(body, signature("another-key-0123456", body))).isEqualTo(401);
        assertThat(statusOf(body, signature(KEY, body).substring(2))).isEqualTo(401);
        assertThat(statusOf(body + " ", signature(KEY, body))).isEqualTo(401);
        assertThat(statusOf("no json", signature(KEY, "no json"))).isEqualTo(400);
        applied.applyAll();

        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    }

    /** What was billed is told once, whatever the receipts say. */
    private List<Integer> segmentsTold() {
        return reports(message.reminderId()).stream()
                .map(DeliveryReported::segments)
                .filter(Objects::nonNull)
                .toList();
    }

    private UUID sent() {
        CreditClient.topUp(clinic, 1);
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendSms();
        becomes(id, DeliveryState.ACCEPTED);
        return id;
    }

    private static String byReference(UUID id, String state) {
        return "{\"reference\":\"%s\",\"state\":\"%s\"}".formatted(id, state);
    }

    private static void post(String body) {
        assertThat(statusOf(body, signature(KEY, body))).isEqualTo(200);
    }

    private static int statusOf(String body, String signature) {
        var request = given().contentType("application/json").body(body);
        return (signature == null ? request : request.header("X-Signature", signature))
                .post("/webhooks/sms")
                .statusCode();
    }

    private static String signature(String key, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
