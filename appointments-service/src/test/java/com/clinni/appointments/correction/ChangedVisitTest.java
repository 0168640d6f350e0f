package com.clinni.appointments.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.clinic.CorrectionPolicy;
import com.clinni.events.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedVisitTest {

    private static final Instant EIGHT = Instant.parse("2027-03-10T07:00:00Z");
    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.parse("21:00"), LocalTime.parse("09:00"));

    @ParameterizedTest
    @CsvSource({
        "2027-03-09T19:59:59Z, 2027-03-10T07:00:00Z, true",
        "2027-03-09T20:00:00Z, 2027-03-10T07:00:00Z, false",
        "2027-03-09T23:30:00Z, 2027-03-10T07:00:00Z, false",
        "2027-03-09T20:00:00Z, 2027-03-10T08:00:00Z, false",
        "2027-03-09T20:00:00Z, 2027-03-10T08:00:01Z, true",
        "2027-03-09T23:30:00Z, 2027-03-11T07:00:00Z, true"
    })
    void what_is_worthless_when_quiet_hours_end_is_not_heard(
            Instant now, Instant sendBefore, boolean isHeard) {
        assertThat(visit(NIGHT).hearsBefore(sendBefore, now)).isEqualTo(isHeard);
    }

    @Test
    void without_quiet_hours_everything_is_heard() {
        assertThat(visit(null).hearsBefore(EIGHT, EIGHT.minusSeconds(1))).isTrue();
    }

    private static ChangedVisit visit(QuietHours quietHours) {
        return new ChangedVisit(
                "a-1",
                "c-1",
                2,
                false,
                EIGHT,
                EIGHT,
                CorrectionPolicy.ALL,
                false,
                quietHours,
                ZoneId.of("Europe/Madrid"));
    }
}
