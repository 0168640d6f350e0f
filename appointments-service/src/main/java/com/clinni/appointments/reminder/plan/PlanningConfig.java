package com.clinni.appointments.reminder.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The settings of planning anew when a clinic changes. */
@ConfigMapping(prefix = "reminders")
interface PlanningConfig {

    /** How often to go on planning anew for clinics that changed; {@code off} never does. */
    @WithDefault("1s")
    String replanEvery();

    /** How many visits one transaction plans anew. */
    @WithDefault("500")
    @Min(1)
    @Max(5000)
    int replanBatchSize();
}
