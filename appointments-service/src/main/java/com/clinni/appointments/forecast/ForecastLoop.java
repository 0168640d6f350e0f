package com.clinni.appointments.forecast;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the forecasts of clinics' next days, each once, in the evening before. Any number of nodes
 * may run it. A clinic that has its first visit of tomorrow booked late in the evening is told
 * then.
 */
@ApplicationScoped
class ForecastLoop {

    private static final int TRANSACTION_SECONDS = 60;

    private final ForecastRepository tomorrows;
    private final Outbox outbox;
    private final ForecastConfig config;
    private final Clock clock;
    private final Counter made;

    ForecastLoop(
            ForecastRepository tomorrows,
            Outbox outbox,
            ForecastConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.tomorrows = tomorrows;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.made = metrics.counter("forecasts.made");
    }

    @ActsForService("make-forecasts")
    @Scheduled(
            identity = "make-forecasts",
            every = "${forecast.every:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void make() {
        var now = clock.instant();
        var evenings = evenings(now);
        var house = new Lazy<>(() -> tomorrows.ofTheHouse(now));
        while (!evenings.isEmpty() && makeBatch(evenings, house, now) == config.batchSize()) {
            // a full batch means that more may be left
        }
    }

    private List<ForecastEvening> evenings(Instant now) {
        return QuarkusTransaction.requiringNew().call(tomorrows::zones).stream()
                .map(zone -> ForecastEvening.in(zone, config.at(), now))
                .flatMap(Optional::stream)
                .toList();
    }

    private int makeBatch(
            List<ForecastEvening> evenings, Supplier<FallbackShare> house, Instant now) {
        var count =
                QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(() -> publish(evenings, house, now));
        made.increment(count);
        return count;
    }

    private int publish(
            List<ForecastEvening> evenings, Supplier<FallbackShare> house, Instant now) {
        var untold = tomorrows.untold(evenings, now, config.batchSize());
        outbox.addEvents(
                untold.stream().map(tomorrow -> tomorrow.foretold(house, now)).toList(), now);
        return untold.size();
    }
}
