package com.clinni.appointments.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How due reminders leave. */
@ConfigMapping(prefix = "reminders")
interface ReminderConfig {

    /** How often to look for due reminders; {@code off} never does. */
    @WithDefault("1s")
    String pollEvery();

    /** How often to go on planning anew for clinics that changed; {@code off} never does. */
    @WithDefault("1s")
    String replanEvery();

    /** How many due reminders one transaction claims. */
    @WithDefault("1000")
    @Min(1)
    @Max(1000)
    int batchSize();

    /** How many visits one transaction plans anew. */
    @WithDefault("500")
    @Min(1)
    @Max(5000)
    int replanBatchSize();
}
