package com.clinni.appointments.forecast;

import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Reads, and marks as told, what clinics' next days hold. Runs in the caller's transaction. */
@ApplicationScoped
class ForecastRepository {

    private static final Sql ZONES = Sql.named("forecast/zones");
    private static final Sql MAKE = Sql.named("forecast/untold");
    private static final Sql HOUSE = Sql.named("forecast/house-share");

    private final Database database;
    private final ForecastConfig config;

    ForecastRepository(Database database, ForecastConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Where clinics are. Zones are ours to know: PostgreSQL may have another list of them. */
    List<ZoneId> zones() {
        return database.query(ZONES, Map.of(), row -> ZoneId.of(row.text("zone")));
    }

    /** Clinics in these evenings whose next day nobody told yet; from now on it counts as told. */
    List<ClinicDay> untold(List<ForecastEvening> evenings, Instant now, int most) {
        var columns =
                Columns.of(evenings)
                        .put("zones", evening -> evening.zone().getId())
                        .put("days", evening -> evening.day().toString())
                        .put("begins", ForecastEvening::begins)
                        .put("ends", ForecastEvening::ends)
                        .with("most", most)
                        .with("now", now)
                        .with("since", now.minus(config.lately()));
        return database.query(MAKE, columns.map(), ForecastRepository::tomorrow);
    }

    /** What became of the last weeks' reminders of all clinics together. */
    FallbackShare ofTheHouse(Instant now) {
        return database.query(
                        HOUSE,
                        Map.of("since", now.minus(config.lately()), "now", now),
                        ForecastRepository::share)
                .getFirst();
    }

    private static ClinicDay tomorrow(Row row) throws SQLException {
        return new ClinicDay(
                row.text("clinic_id"),
                row.value("day", LocalDate.class),
                ZoneId.of(row.text("zone")),
                Channel.valueOf(row.text("channel")),
                Fallback.valueOf(row.text("fallback")),
                row.integer("reminders"),
                share(row));
    }

    private static FallbackShare share(Row row) throws SQLException {
        return new FallbackShare(row.number("known"), row.number("fell_back"));
    }
}
