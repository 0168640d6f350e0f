package com.clinni.fallback.forecast;

import com.clinni.events.DayForecast;
import com.clinni.events.SmsCreditWarned;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sets clinics' next days against their SMS credit, and warns where it will not suffice. */
@ApplicationScoped
class Forecasts {

    private static final Logger LOG = Logger.getLogger(Forecasts.class);
    private static final String SOURCE = "/clinni/fallback-dispatcher";
    private static final Sql LATELY = Sql.named("forecasts/usage");
    private static final Sql STORE = Sql.named("forecasts/store");
    private static final Sql READ = Sql.named("forecasts/read");
    private static final Duration LAST_WEEKS = Duration.ofDays(28);

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;
    private final Counter warned;

    Forecasts(Database database, Outbox outbox, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.warned = metrics.counter("clinni.sms.credit.warned");
    }

    private record Day(String clinicId, LocalDate day) {

        static Day of(SmsDemand outlook) {
            return new Day(outlook.day().clinicId(), outlook.day().day());
        }
    }

    /**
     * Keeps what is told of days, and warns. A day told of before is left as it is. Runs in the
     * caller's transaction.
     */
    void store(List<DayForecast> told) {
        warned.increment(storeAndWarn(told));
    }

    /** Of a day, or the last one that was told. Runs in the caller's transaction. */
    Optional<Forecast> of(String clinicId, @Nullable LocalDate day) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("clinic", clinicId);
        values.put("day", day == null ? null : day.toString());
        return database.first(READ, values, Forecast::of);
    }

    private int storeAndWarn(List<DayForecast> told) {
        var lately = lately(told);
        var outlooks = told.stream().map(day -> SmsDemand.of(day, usageOf(day, lately))).toList();
        var fresh = storeFresh(outlooks);
        var warnings =
                outlooks.stream()
                        .filter(outlook -> fresh.remove(Day.of(outlook)))
                        .filter(outlook -> !outlook.suffices())
                        .map(this::warning)
                        .map(warning -> Publication.of(warning, SOURCE, warning.at()))
                        .toList();
        outbox.add(warnings);
        return warnings.size();
    }

    private SmsCreditWarned warning(SmsDemand outlook) {
        LOG.infof(
                "clinic %s: %d segments expected on %s, %d left",
                outlook.day().clinicId(),
                outlook.segments(),
                outlook.day().day(),
                outlook.creditLeft());
        return outlook.warning(clock.instant());
    }

    /** The statement answers for each clinic. */
    private static SmsUsage usageOf(DayForecast day, Map<String, SmsUsage> lately) {
        return Objects.requireNonNull(lately.get(day.clinicId()), "no usage of a clinic");
    }

    private Map<String, SmsUsage> lately(List<DayForecast> told) {
        var clinics = told.stream().map(DayForecast::clinicId).collect(Collectors.toSet());
        return database
                .query(
                        LATELY,
                        Map.of("since", clock.instant().minus(LAST_WEEKS), "clinics", clinics),
                        SmsUsage::of)
                .stream()
                .collect(Collectors.toMap(SmsUsage::clinicId, Function.identity()));
    }

    private Set<Day> storeFresh(List<SmsDemand> outlooks) {
        return database
                .query(
                        STORE,
                        columns(outlooks),
                        row -> new Day(row.text("clinic_id"), LocalDate.parse(row.text("day"))))
                .stream()
                .collect(Collectors.toSet());
    }

    private static Map<String, @Nullable Object> columns(List<SmsDemand> outlooks) {
        return Columns.of(outlooks)
                .put("clinics", o -> o.day().clinicId())
                .put("days", o -> o.day().day())
                .put("reminders", o -> o.day().reminders())
                .put("fallbacks", o -> o.day().expectedFallbacks())
                .put("sms", SmsDemand::sms)
                .put("segments", SmsDemand::segments)
                .put("credits", SmsDemand::creditLeft)
                .put("ats", o -> o.day().at())
                .map();
    }
}
