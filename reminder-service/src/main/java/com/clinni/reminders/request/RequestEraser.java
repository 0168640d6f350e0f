package com.clinni.reminders.request;

import com.clinni.events.PatientErasureReported;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.erasure.ErasureOrder;
import com.clinni.platform.erasure.PatientEraser;
import com.clinni.platform.erasure.PatientTables;
import com.clinni.platform.kafka.EventPublisher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Erases a patient's requests that wait for their clinic: nothing else is kept here. Done is a
 * patient of whom nothing from before is left to be rendered either, so that no topic gets anything
 * of the patient afterwards.
 */
@Singleton
class RequestEraser implements PatientEraser {

    private static final String SERVICE = "reminder-service";

    private final WaitingRequests waiting;
    private final EarlierRecords earlier;
    private final EventPublisher broker;

    RequestEraser(WaitingRequests waiting, EarlierRecords earlier, EventPublisher broker) {
        this.waiting = waiting;
        this.earlier = earlier;
        this.broker = broker;
    }

    @Produces
    @Singleton
    static PatientTables tables() {
        return new PatientTables().with("waiting_request", "patient-data/waiting-requests");
    }

    /** Messages that were read while this looked wait already, and go with the rest. */
    @Override
    public boolean erase(ErasureOrder order, Instant now) {
        var isAllRead = earlier.areRead(order.erasureId());
        waiting.forget(order);
        return isAllRead;
    }

    @Override
    public void report(ErasureOrder done, Instant now) {
        var report = new PatientErasureReported(done.erasureId(), done.clinicId(), SERVICE, now);
        broker.publish(List.of(Publication.of(report, "/clinni/" + SERVICE, now)));
    }
}
