package com.clinni.appointments.reminder.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The settings of the loop that publishes due reminders. */
@ConfigMapping(prefix = "reminders")
interface PublishConfig {

    /** How often to look for due reminders; {@code off} never does. */
    @WithDefault("1s")
    String pollEvery();

    /** How many due reminders one transaction claims. */
    @WithDefault("1000")
    @Min(1)
    @Max(1000)
    int batchSize();
}
