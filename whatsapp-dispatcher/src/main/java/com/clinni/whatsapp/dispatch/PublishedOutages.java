package com.clinni.whatsapp.dispatch;

import com.clinni.events.OutageChanged;
import com.clinni.events.kafka.Publication;
import com.clinni.whatsapp.line.OutageReports;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells other services of outages. */
@ApplicationScoped
class PublishedOutages implements OutageReports {

    private final Outbox outbox;

    PublishedOutages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void add(OutageChanged outage) {
        var at = outage.endedAt() == null ? outage.beganAt() : outage.endedAt();
        outbox.add(List.of(Publication.of(outage, Origins.SOURCE, at)));
    }
}
