package com.clinni.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/** An event of the contract, as it travels on a topic. Contact data stands in values only. */
public sealed interface Event
        permits AppointmentChanged,
                ReminderDue,
                ReminderWithdrawn,
                MessageReady,
                DeliveryReported,
                OptOutChanged,
                TaskRaised,
                ClinicProfile,
                MessageRequested,
                OutageChanged,
                DayForecast,
                SmsCreditWarned,
                PatientErased,
                PatientErasureReported {

    /** The topic it is published on, which is also its CloudEvents type. */
    @JsonIgnore
    String topic();

    /** The record key: whatever shares it stays in order. */
    @JsonIgnore
    String key();

    /**
     * The deterministic CloudEvents id: the same event has the same id however often it is
     * published, and the next generation of a message another.
     */
    @JsonIgnore
    String id(int generation);

    /** The dotted name of a field that contradicts another, if any. */
    @JsonIgnore
    default Optional<String> contradiction() {
        return Optional.empty();
    }
}
