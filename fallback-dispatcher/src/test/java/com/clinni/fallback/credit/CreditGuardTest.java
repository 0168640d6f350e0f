package com.clinni.fallback.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that no code of ours has: the database refuses them all the same. */
@QuarkusTest
class CreditGuardTest extends ServiceTest {

    @Inject SmsCredit credit;

    private final String clinic = "clinica-" + UUID.randomUUID();
    private final UUID held = UUID.randomUUID();
    private final UUID paid = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sms_credit SET spent = spent + 100",
                "UPDATE sms_credit SET purchased = 4",
                "UPDATE sms_credit SET purchased = -1",
                "UPDATE sms_credit SET spent = spent - 1",
                "UPDATE sms_credit SET reserved = reserved - 1",
                "UPDATE sms_credit SET reserved = reserved + 1",
                "DELETE FROM sms_credit",
                "DELETE FROM sms_reservation",
                "UPDATE sms_reservation SET segments = 1",
                "INSERT INTO sms_reservation VALUES (gen_random_uuid(), '%clinic', 1)",
                "INSERT INTO sms_reservation VALUES (gen_random_uuid(), 'nobody', 1)",
                "UPDATE sms_credit_entry SET segments = 1",
                "DELETE FROM sms_credit_entry",
                "INSERT INTO sms_credit_entry (clinic_id, kind, segments, reason, reference, at)"
                        + " VALUES ('%clinic', 'TOP_UP', -5, 'x', 'y', now())",
                "INSERT INTO sms_credit_entry (clinic_id, kind, segments, reason, at)"
                        + " VALUES ('%clinic', 'TOP_UP', 5, 'x', now())",
                "INSERT INTO sms_credit_entry (clinic_id, kind, segments, reason, at)"
                        + " VALUES ('%clinic', 'SPENT', 5, 'x', now())",
                "INSERT INTO sms_credit_entry (clinic_id, kind, segments, message_id, reason, at)"
                        + " VALUES ('%clinic', 'SPENT', 5, '%paid', 'x', now())",
            })
    void credit_cannot_be_bent(String statement) {
        used();
        var before = CreditClient.of(clinic).getMap("");

        assertThatThrownBy(
                        () ->
                                execute(
                                        statement
                                                .replace("%clinic", clinic)
                                                .replace("%paid", paid.toString())))
                .rootCause()
                .extracting("SQLState")
                .asString()
                .startsWith("23");

        assertThat(CreditClient.of(clinic).getMap("")).isEqualTo(before);
    }

    @Test
    void settling_twice_changes_nothing_the_second_time() {
        used();

        run(() -> credit.spend(held, "ACCEPTED"));
        run(() -> credit.release(held, "REFUSED"));
        run(() -> credit.spend(held, "ACCEPTED"));

        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(5);
        assertThat(CreditClient.of(clinic).getInt("available")).isEqualTo(5);
    }

    /** Ten bought, three spent, two held. */
    private void used() {
        CreditClient.topUp(clinic, 10);
        run(() -> credit.reserve(clinic, paid, 3));
        run(() -> credit.spend(paid, "ACCEPTED"));
        run(() -> credit.reserve(clinic, held, 2));
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
