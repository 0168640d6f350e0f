package com.clinni.appointments.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The publisher's loop and the sweeper's, called by hand. */
@ApplicationScoped
public class Publishing {

    @Inject ReminderPublisher publisher;
    @Inject Sweeper sweeper;

    public void publishDue() {
        publisher.publishDue();
    }

    public void sweep() {
        sweeper.sweep();
    }
}
