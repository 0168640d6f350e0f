package com.clinni.appointments.reminder.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The sweeper's loop, called by hand. */
@ApplicationScoped
public class SweeperSteps {

    @Inject Sweeper sweeper;

    public void sweep() {
        sweeper.sweep();
    }
}
