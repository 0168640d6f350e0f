package com.clinni.fallback.forecast;

import com.clinni.events.DayForecast;
import com.clinni.events.EventReader;
import com.clinni.events.Topics;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the evening before what clinics' days will bring. */
@ApplicationScoped
public class ForecastListener {

    private final EventReader<DayForecast> reader =
            new EventReader<>(DayForecast.class, Topics.DAY_FORECAST);
    private final Forecasts forecasts;
    private final BatchIntake intake;

    ForecastListener(Forecasts forecasts, BatchIntake intake) {
        this.forecasts = forecasts;
        this.intake = intake;
    }

    @ActsForService("consume-day-forecast")
    @Incoming("day-forecast")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        intake.take(records, reader, forecasts::store);
    }
}
