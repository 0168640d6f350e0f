package com.clinni.fallback.forecast;

import com.clinni.events.Channel;
import com.clinni.events.DayForecast;
import com.clinni.events.Fallback;
import com.clinni.events.SmsCreditWarned;
import java.time.Instant;

/**
 * The SMS credit that a clinic's day is expected to need.
 *
 * @param sms how many SMS are expected
 * @param segments how many segments they will be billed as
 */
record SmsDemand(DayForecast day, int sms, int segments, int creditLeft) {

    static SmsDemand of(DayForecast day, SmsUsage lately) {
        var sms = smsOf(day);
        return new SmsDemand(day, sms, lately.segmentsOf(sms), lately.creditLeft());
    }

    private static int smsOf(DayForecast day) {
        if (day.channel() == Channel.SMS) {
            return day.reminders();
        }
        return day.channel() == Channel.WHATSAPP && day.fallback() == Fallback.SMS
                ? day.expectedFallbacks()
                : 0;
    }

    boolean suffices() {
        return creditLeft >= segments;
    }

    SmsCreditWarned warning(Instant now) {
        return new SmsCreditWarned(day.clinicId(), day.day(), segments, creditLeft, now);
    }
}
