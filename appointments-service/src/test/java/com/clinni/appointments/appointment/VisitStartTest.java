package com.clinni.appointments.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.appointment.VisitStart.At;
import com.clinni.appointments.appointment.VisitStart.Unreadable;
import com.clinni.appointments.appointment.VisitStart.WithoutZone;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitStartTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        "2027-03-10T16:30:00+01:00, 2027-03-10T15:30:00Z, false",
        "2027-03-10T16:30Z,         2027-03-10T16:30:00Z, false",
        "2027-03-10T16:30,          2027-03-10T15:30:00Z, false",
        "2027-07-10T16:30:00.500,   2027-07-10T14:30:00.500Z, false",
        // the night without 02:30
        "2027-03-28T02:30,          2027-03-28T01:30:00Z, true",
        "2027-03-28T02:30+01:00,    2027-03-28T01:30:00Z, false",
        // the night with two
        "2027-10-31T02:30,          2027-10-31T00:30:00Z, false",
        "2027-10-31T02:30+01:00,    2027-10-31T01:30:00Z, false",
    })
    void is_read_in_the_clinics_zone(String written, Instant instant, boolean inGap) {
        assertThat(VisitStart.read(written, MADRID)).isEqualTo(new At(instant, inGap));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-29T10:00",
                "2027-13-01T10:00",
                "2027-03-10T24:00",
                "2027-03-10T10:60",
                "2027-03-10",
                "10:00",
                "",
                "tomorrow",
                "2027-03-10T10:00+25:00",
                "2027-03-10T10:00[Europe/Madrid]",
                "-2027-03-10T10:00",
                "12027-03-10T10:00",
                "٢٠٢٧-03-10T10:00"
            })
    void what_no_calendar_has_is_refused(String written) {
        assertThat(VisitStart.read(written, MADRID)).isEqualTo(new Unreadable());
    }

    @Test
    void local_without_a_zone_is_refused() {
        assertThat(VisitStart.read("2027-03-10T16:30", null)).isEqualTo(new WithoutZone());
    }

    @ParameterizedTest
    @CsvSource({
        "2032-03-01T09:00Z, false, false",
        "2032-03-01T09:01Z, true,  false",
        "9999-12-31T23:59Z, true,  false",
        "2027-03-01T08:00Z, false, false",
        "2027-03-01T07:59Z, false, true",
        "0000-01-01T00:00Z, false, true",
    })
    void years_ahead_or_long_past_is_told(String written, boolean tooFar, boolean past) {
        var now = Instant.parse("2027-03-01T09:00:00Z");
        var at = (At) VisitStart.read(written, MADRID);

        assertThat(at.isTooFarAhead(now)).isEqualTo(tooFar);
        assertThat(at.isPast(now)).isEqualTo(past);
    }
}
