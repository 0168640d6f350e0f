package com.clinni.appointments.forecast;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reads, and marks as told, what clinics' next days hold. Runs in the caller's transaction. */
@ApplicationScoped
class ForecastRepository {

    private static final String ZONES = "SELECT DISTINCT zone FROM clinic WHERE channel <> 'NONE'";
    private static final String MAKE = Sql.named("make-forecasts");
    private static final String HOUSE = Sql.named("house-share");
    private static final Duration LATELY = Duration.ofDays(28);

    private final Database database;

    ForecastRepository(Database database) {
        this.database = database;
    }

    /** Where clinics are. Zones are ours to know: PostgreSQL may have another list of them. */
    List<ZoneId> zones() {
        return database.query(ZONES, row -> ZoneId.of(row.getString("zone")));
    }

    /** Clinics in these evenings whose next day nobody told yet; from now on it counts as told. */
    List<ClinicDay> untold(List<ForecastEvening> evenings, Instant now, int most) {
        var columns = Columns.of(evenings);
        return database.query(
                MAKE,
                ForecastRepository::tomorrow,
                columns.texts(evening -> evening.zone().getId()),
                columns.texts(evening -> evening.day().toString()),
                columns.instants(ForecastEvening::begins),
                columns.instants(ForecastEvening::ends),
                most,
                now,
                now.minus(LATELY),
                now);
    }

    /** What became of the last weeks' reminders of all clinics together. */
    FallbackShare ofTheHouse(Instant now) {
        return database.query(HOUSE, ForecastRepository::share, now.minus(LATELY), now).getFirst();
    }

    private static ClinicDay tomorrow(ResultSet row) throws SQLException {
        return new ClinicDay(
                row.getString("clinic_id"),
                row.getObject("day", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                Channel.valueOf(row.getString("channel")),
                Fallback.valueOf(row.getString("fallback")),
                row.getInt("reminders"),
                share(row));
    }

    private static FallbackShare share(ResultSet row) throws SQLException {
        return new FallbackShare(row.getLong("known"), row.getLong("fell_back"));
    }
}
