package com.clinni.fallback.forecast;

import com.clinni.platform.database.Row;
import java.sql.SQLException;

/**
 * A clinic's SMS of the last weeks, and its credit at this moment.
 *
 * @param sms how many were paid for
 * @param segments of how many segments together
 */
record SmsUsage(String clinicId, int creditLeft, long sms, long segments) {

    /** A text with accents hardly ever fits into one. */
    private static final int SEGMENTS_UNLESS_KNOWN = 2;

    static SmsUsage of(Row row) throws SQLException {
        return new SmsUsage(
                row.text("clinic_id"),
                row.integer("credit_left"),
                row.number("sms"),
                row.number("segments"));
    }

    /** How many segments so many SMS take if they are as long as the last ones, rounded up. */
    int segmentsOf(int expected) {
        return Math.toIntExact(
                sms == 0
                        ? (long) expected * SEGMENTS_UNLESS_KNOWN
                        : Math.ceilDiv(expected * segments, sms));
    }
}
