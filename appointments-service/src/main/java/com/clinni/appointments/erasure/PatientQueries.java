package com.clinni.appointments.erasure;

import com.clinni.platform.erasure.PatientTables;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The queries for all that stands here of a clinic's patient. */
@Singleton
class PatientQueries {

    @Produces
    @Singleton
    static PatientTables tables() {
        return new PatientTables()
                .with("appointment", "patient-data/visits")
                .with("reminder", "patient-data/reminders")
                .with("reminder_history", "patient-data/history")
                .with("by_hand", "patient-data/by-hand")
                .with("correction", "patient-data/corrections")
                .with("task", "patient-data/tasks")
                .with("agenda_visit", "patient-data/agenda-keys");
    }
}
