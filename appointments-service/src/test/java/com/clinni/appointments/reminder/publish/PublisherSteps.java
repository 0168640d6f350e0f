package com.clinni.appointments.reminder.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The publisher's loop, called by hand. */
@ApplicationScoped
public class PublisherSteps {

    @Inject ReminderPublisher publisher;
    @Inject DueReminders due;

    public void publishDue() {
        publisher.publishDue();
    }

    /** Takes what is due for the caller's transaction, as the publisher does. */
    public void claim(Instant now, int most) {
        due.claim(now, most);
    }
}
