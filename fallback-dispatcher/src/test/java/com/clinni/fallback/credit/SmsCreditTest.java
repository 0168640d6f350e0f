package com.clinni.fallback.credit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmsCreditTest extends ServiceTest {

    private static final int THREADS = 64;
    private static final int TRIES_EACH = 12;
    private static final int PURCHASED = 200;

    /** As many as there are connections: waiting for one has a limit, and is not the subject. */
    private static final Semaphore CONNECTIONS = new Semaphore(16);

    @Inject SmsCredit credit;

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void sixty_four_at_once_never_overspend_and_none_is_told_so_by_the_constraint()
            throws Exception {
        CreditClient.topUp(clinic, PURCHASED);
        var spent = new AtomicInteger();
        var held = new AtomicInteger();

        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var work =
                    IntStream.range(0, THREADS)
                            .mapToObj(seed -> Executors.callable(() -> use(seed, spent, held)))
                            .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        var balance = CreditClient.of(clinic);
        assertThat(balance.getInt("spent")).isEqualTo(spent.get());
        assertThat(balance.getInt("reserved")).isEqualTo(held.get());
        assertThat(spent.get() + held.get()).isBetween(PURCHASED - 2, PURCHASED);
        assertThat(ledger("TOP_UP")).isEqualTo(PURCHASED);
        assertThat(ledger("SPENT")).isEqualTo(spent.get());
        assertThat(ledger("RESERVED") - ledger("SPENT") - ledger("RELEASED")).isEqualTo(held.get());
    }

    /** What a script on any page can send without asking: bytes without a type. */
    @Test
    void a_page_of_another_site_tops_nothing_up() {
        CreditClient.topUp(clinic, 10);
        var body = "{\"segments\":500,\"reference\":\"r\",\"reason\":\"gift\"}".getBytes(UTF_8);

        given().noContentType()
                .header("Sec-Fetch-Site", "cross-site")
                .body(body)
                .post("/clinics/{id}/sms-credit/top-ups", clinic)
                .then()
                .statusCode(403)
                .body("code", equalTo("CROSS_SITE"));
        given().noContentType()
                .body(body)
                .post("/clinics/{id}/sms-credit/top-ups", clinic)
                .then()
                .statusCode(415);

        assertThat(CreditClient.of(clinic).getInt("purchased")).isEqualTo(10);
    }

    /** Reserves one to three segments and spends, releases or keeps them. */
    private void use(int seed, AtomicInteger spent, AtomicInteger held) {
        for (var i = 0; i < TRIES_EACH; i++) {
            var message = UUID.randomUUID();
            var segments = 1 + (seed + i) % 3;
            if (inTransaction(() -> credit.reserve(clinic, message, segments))) {
                switch ((seed + i) % 4) {
                    case 0 -> inTransaction(() -> credit.release(message, "REFUSED"));
                    case 1 -> held.addAndGet(segments);
                    default -> {
                        inTransaction(() -> credit.spend(message, "ACCEPTED"));
                        inTransaction(() -> credit.spend(message, "ACCEPTED"));
                        spent.addAndGet(segments);
                    }
                }
            }
        }
    }

    @Test
    void claims_and_replays_over_several_clinics_do_not_wait_for_each_other_in_a_ring()
            throws Exception {
        var clinics = List.of(clinic + "-a", clinic + "-b", clinic + "-c");
        clinics.forEach(each -> CreditClient.topUp(each, 1_000));
        Callable<Void> claimAndReplay =
                () -> {
                    for (var n = 0; n < 20; n++) {
                        var claimed = clinics.stream().map(_ -> UUID.randomUUID()).toList();
                        inTransaction(
                                () ->
                                        IntStream.range(0, clinics.size())
                                                .allMatch(
                                                        i ->
                                                                credit.reserve(
                                                                        clinics.get(i),
                                                                        claimed.get(i),
                                                                        1)));
                        inTransaction(() -> credit.spendAll(claimed.reversed(), "DOUBT_CLOSED"));
                    }
                    return null;
                };

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(Collections.nCopies(8, claimAndReplay))) {
                done.get();
            }
        }

        assertThat(clinics)
                .allSatisfy(
                        each -> assertThat(CreditClient.of(each).getInt("spent")).isEqualTo(160));
    }

    @Test
    void a_clinic_that_never_paid_has_nothing() {
        assertThat(inTransaction(() -> credit.reserve(clinic, UUID.randomUUID(), 1))).isFalse();
        assertThat(CreditClient.of(clinic).getInt("available")).isZero();
    }

    @Test
    void the_same_payment_is_booked_once_and_another_amount_is_a_conflict() {
        topUp(Map.of("segments", 100, "reference", "F-2030-1"))
                .statusCode(200)
                .body("purchased", equalTo(100));
        topUp(Map.of("segments", 100, "reference", "F-2030-1"))
                .statusCode(200)
                .body("purchased", equalTo(100));
        topUp(Map.of("segments", 50, "reference", "F-2030-1"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("REFERENCE_REUSED"))
                .body("field", equalTo("reference"));
        topUp(Map.of("segments", 50, "reference", "F-2030-2"))
                .statusCode(200)
                .body("available", equalTo(150));
    }

    @Test
    void a_top_up_that_makes_no_sense_is_refused() {
        topUp(Map.of("segments", 0, "reference", "x"))
                .statusCode(422)
                .body("field", equalTo("segments"));
        topUp(Map.of("segments", -5, "reference", "x")).statusCode(422);
        topUp(Map.of("reference", "x")).statusCode(400).body("field", equalTo("segments"));
        topUp(Map.of("segments", 5, "reference", "x", "reason", " no "))
                .statusCode(422)
                .body("code", equalTo("REASON_REQUIRED"))
                .body("field", equalTo("reason"));
        topUp(Map.of("segments", 5)).statusCode(400).body("field", equalTo("reference"));
        topUp(Map.of("segments", "many", "reference", "x"))
                .statusCode(400)
                .body("field", equalTo("segments"));
    }

    private ValidatableResponse topUp(Map<String, ?> body) {
        var request = new HashMap<String, Object>(body);
        request.putIfAbsent("reason", "invoice paid");
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/clinics/{id}/sms-credit/top-ups", clinic)
                .then();
    }

    private long ledger(String kind) {
        var sum =
                query(
                        "SELECT coalesce(sum(segments), 0) AS sum FROM sms_credit_entry"
                                + " WHERE clinic_id = ? AND kind = ?",
                        clinic,
                        kind);
        return ((Number) sum.getFirst().get("sum")).longValue();
    }

    private static boolean inTransaction(Callable<Boolean> work) {
        CONNECTIONS.acquireUninterruptibly();
        try {
            return CurrentCaller.call(
                    Caller.thisService("use-credit"),
                    () -> QuarkusTransaction.requiringNew().call(work));
        } finally {
            CONNECTIONS.release();
        }
    }

    private static void inTransaction(Runnable work) {
        inTransaction(
                () -> {
                    work.run();
                    return true;
                });
    }
}
