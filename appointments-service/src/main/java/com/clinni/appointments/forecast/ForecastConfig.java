package com.clinni.appointments.forecast;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/** The settings of the forecast. */
@ConfigMapping(prefix = "forecast")
interface ForecastConfig {

    /** From when on, by each clinic's clock; what was missed is made up for until midnight. */
    @WithDefault("19:00")
    LocalTime at();

    /** How often to look where it is evening; {@code off} never does. */
    @WithDefault("60s")
    String every();

    /** How many clinics one transaction serves. */
    @WithDefault("200")
    @Min(1)
    @Max(1000)
    int batchSize();

    /** How far back is looked for how many of WhatsApp's reminders ended on another channel. */
    @WithDefault("28d")
    Duration lately();
}
