package com.clinni.appointments.reminder.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The loop that plans changed clinics anew, called by hand. */
@ApplicationScoped
public class ReplanningSteps {

    @Inject Replanning replanning;

    public void replanWaiting() {
        replanning.replanWaiting();
    }
}
