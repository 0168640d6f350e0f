package com.clinni.fallback.forecast;

import com.clinni.platform.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A clinic's day as it was foretold, beside what there is now.
 *
 * @param sms how many SMS were expected
 * @param segments how many segments they will be billed as
 * @param creditLeft in segments, at this moment
 * @param creditThen in segments, when it was foretold
 * @param suffices whether what is left now covers what was expected
 */
@Schema(name = "Forecast")
record Forecast(
        LocalDate day,
        int reminders,
        int expectedFallbacks,
        int sms,
        int segments,
        int creditLeft,
        int creditThen,
        boolean suffices,
        Instant madeAt) {

    static Forecast of(Row row) throws SQLException {
        var segments = row.integer("segments");
        var creditLeft = row.integer("credit_left");
        return new Forecast(
                LocalDate.parse(row.text("day")),
                row.integer("reminders"),
                row.integer("expected_fallbacks"),
                row.integer("sms"),
                segments,
                creditLeft,
                row.integer("credit_then"),
                creditLeft >= segments,
                row.instant("made_at"));
    }
}
