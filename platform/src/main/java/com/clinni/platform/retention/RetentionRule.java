package com.clinni.platform.retention;

import com.clinni.platform.database.Sql;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * One kind of data and how long it is kept.
 *
 * @param data what metrics call it, such as {@code contact-data}
 * @param delete deletes, or makes null, at most {@code :batch} rows that are older than {@code
 *     :before}; finds them by an index and skips those that somebody holds
 * @param oldest the age's column of the oldest row that is left, as {@code oldest}; by the same
 *     index
 * @param kept for how long
 * @param isByFunction whether {@code delete} is a query that calls a function
 */
public record RetentionRule(
        String data, Sql delete, Sql oldest, Period kept, boolean isByFunction) {

    public RetentionRule(String data, Sql delete, Sql oldest, Period kept) {
        this(data, delete, oldest, kept, false);
    }

    /**
     * A rule whose rows only a function of the database may delete, which tells them as {@code
     * rows}.
     */
    public static RetentionRule byFunction(String data, Sql delete, Sql oldest, Period kept) {
        return new RetentionRule(data, delete, oldest, kept, true);
    }

    /** What is older than this goes. */
    Instant before(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(kept).toInstant();
    }
}
