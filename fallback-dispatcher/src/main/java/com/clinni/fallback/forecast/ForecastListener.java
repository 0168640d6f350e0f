package com.clinni.fallback.forecast;

import com.clinni.events.DayForecast;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.fallback.Batch;
import com.clinni.fallback.fallback.Rejections;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the evening before what clinics' days will bring. */
@ApplicationScoped
public class ForecastListener {

    private record Heard(ConsumerRecord<String, byte[]> record, DayForecast event) {}

    private final EventReader<DayForecast> reader =
            new EventReader<>(DayForecast.class, Topics.DAY_FORECAST);
    private final Forecasts forecasts;
    private final Rejections rejections;

    ForecastListener(Forecasts forecasts, Rejections rejections) {
        this.forecasts = forecasts;
        this.rejections = rejections;
    }

    @Incoming("day-forecast")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 100)
    public void receive(ConsumerRecords<String, byte[]> records) {
        var heard = new ArrayList<Heard>();
        var rejected = new ArrayList<Publication>();
        for (var record : records) {
            try {
                switch (reader.read(record.headers(), record.value())) {
                    case Reading.Read(var event) -> heard.add(new Heard(record, event));
                    case Reading.Rejected<?> r -> rejected.add(rejections.of(record, r));
                }
            } catch (RuntimeException e) {
                rejected.add(rejections.of(record, e));
            }
        }
        Batch.store(
                heard,
                some -> forecasts.store(some.stream().map(Heard::event).toList()),
                (one, failure) -> rejected.add(rejections.of(one.record(), failure)));
        rejections.add(rejected);
    }
}
