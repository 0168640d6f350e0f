package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static com.clinni.appointments.correction.DeliveryKnowledge.TOLD;
import static com.clinni.events.MessageReady.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.appointments.correction.CorrectionDecision.Tell;
import com.clinni.events.Channel;
import com.clinni.events.ReminderDue;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a patient was told by e-mail she is told again by e-mail. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class CorrectionByEmailTest {

    private static final String FAR_OFF = "2027-03-20T12:00:00+01:00";
    private static final Instant NOW = Instant.parse("2027-03-09T16:00:00Z");
    private static final Instant OLD = Instant.parse("2027-03-10T15:30:00Z");
    private static final Instant LATER = Instant.parse("2027-03-20T09:00:00Z");

    @Inject MutableClock clock;
    @Inject CorrectionSteps told;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "WHATSAPP"})
    void who_was_reminded_by_email_hears_of_the_change_by_email(Channel channel) {
        var moved = told.reminded(byWhatsApp(), channel);
        move(moved, FAR_OFF).then().statusCode(200);
        assertThat(told.onceSettled(moved).getLast())
                .returns("visit-moved", ReminderDue::kind)
                .returns(channel, due -> due.clinic().channel());

        on_a_march_morning();
        var cancelled = told.reminded(byWhatsApp(), channel);
        cancel(cancelled).then().statusCode(204);
        assertThat(told.onceSettled(cancelled).getLast())
                .returns("visit-cancelled", ReminderDue::kind)
                .returns(channel, due -> due.clinic().channel());
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, false, false",
        "false, true, true, true",
        "true, true, true, true",
        "false, false, true, false"
    })
    void what_was_told_last_by_email_is_corrected_by_email(
            boolean cancelled, boolean hasEmail, boolean toldByEmail, boolean byEmail) {
        var visit =
                new ChangedVisit(
                        "a-1",
                        "c-1",
                        3,
                        cancelled,
                        LATER,
                        NOW,
                        CorrectionPolicy.ALL,
                        hasEmail,
                        null,
                        ZoneOffset.UTC);
        var last = new EarlierMessage(1, REMINDER, OLD, toldByEmail, TOLD);

        assertThat(CorrectionRule.decide(visit, List.of(last), NOW))
                .isInstanceOfSatisfying(
                        Tell.class, tell -> assertThat(tell.byEmail()).isEqualTo(byEmail));
    }

    private static String byWhatsApp() {
        return clinic("account", "\"PRO\"", "channel", "\"WHATSAPP\"");
    }
}
