package com.clinni.events;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A clinic's prepaid SMS will probably not suffice for a day. What it does not cover goes by
 * e-mail, or waits for a person. Once for each day.
 *
 * @param segments how many that day's SMS are expected to take
 * @param creditLeft how many there are
 */
public record SmsCreditWarned(
        String clinicId, LocalDate day, int segments, int creditLeft, Instant at) implements Event {

    @Override
    public String topic() {
        return Topics.SMS_CREDIT_WARNED;
    }

    @Override
    public String key() {
        return clinicId;
    }

    @Override
    public String id(int generation) {
        return clinicId + ":" + day;
    }
}
