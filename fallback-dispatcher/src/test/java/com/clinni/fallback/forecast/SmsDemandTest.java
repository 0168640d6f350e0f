package com.clinni.fallback.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Channel;
import com.clinni.events.DayForecast;
import com.clinni.events.Fallback;
import com.clinni.fallback.MutableClock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsDemandTest {

    @ParameterizedTest
    @CsvSource({
        "SMS,      NONE,  40, 0, 40",
        "SMS,      EMAIL, 40, 0, 40",
        "WHATSAPP, SMS,   40, 3, 3",
        "WHATSAPP, EMAIL, 40, 3, 0",
        "EMAIL,    SMS,   40, 0, 0"
    })
    void what_goes_by_sms_depends_on_the_channel_and_the_policy(
            Channel channel, Fallback fallback, int reminders, int expectedFallbacks, int sms) {
        var day = day(channel, fallback, reminders, expectedFallbacks);

        assertThat(SmsDemand.of(day, new SmsUsage("c-1", 0, 0, 0)).sms()).isEqualTo(sms);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 0, 8", "4, 3, 5, 7", "3, 3, 3, 3", "0, 3, 5, 0", "1, 1000, 1001, 2"})
    void segments_go_by_the_last_weeks_rounded_up_and_are_two_where_none_are_known(
            int expected, long sms, long segments, int will) {
        assertThat(new SmsUsage("c-1", 0, sms, segments).segmentsOf(expected)).isEqualTo(will);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "9, true"})
    void credit_suffices_to_the_last_segment(int creditLeft, boolean suffices) {
        var outlook =
                SmsDemand.of(
                        day(Channel.SMS, Fallback.NONE, 4, 0),
                        new SmsUsage("c-1", creditLeft, 0, 0));

        assertThat(outlook.suffices()).isEqualTo(suffices);
    }

    private static DayForecast day(
            Channel channel, Fallback fallback, int reminders, int expectedFallbacks) {
        return new DayForecast(
                "c-1",
                LocalDate.of(2030, 3, 6),
                ZoneId.of("Europe/Madrid"),
                channel,
                fallback,
                reminders,
                expectedFallbacks,
                MutableClock.START);
    }
}
