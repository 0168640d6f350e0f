package com.clinni.appointments.clinic;

import com.clinni.events.ClinicProfile;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Publishes the profiles of clinics that are new or changed. Any number of nodes may run it. */
@ApplicationScoped
class ClinicProfilePublisher {

    private static final int BATCH = 500;
    private static final int SKIP_LOCKED = -2;

    private final Clinics clinics;
    private final Outbox outbox;
    private final Clock clock;

    ClinicProfilePublisher(Clinics clinics, Outbox outbox, Clock clock) {
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    @ActsForService("tell-clinic-profiles")
    @Scheduled(
            identity = "tell-clinic-profiles",
            every = "${clinics.tell-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        while (tellBatch() == BATCH) {
            // a full batch means more may have changed
        }
    }

    private int tellBatch() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var untold = untold();
                            var now = clock.instant();
                            untold.forEach(row -> row.profileTold = true);
                            outbox.addEvents(
                                    untold.stream().map(row -> profile(row, now)).toList(), now);
                            return untold.size();
                        });
    }

    private List<ClinicRow> untold() {
        return clinics.find("not profileTold order by clinicId")
                .page(0, BATCH)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .list();
    }

    private static ClinicProfile profile(ClinicRow row, Instant now) {
        var clinic = row.clinic();
        return new ClinicProfile(
                clinic.clinicId(),
                row.profileVersion,
                now,
                clinic.name(),
                clinic.phone(),
                clinic.address(),
                clinic.zone(),
                clinic.language(),
                clinic.channel().channel().orElse(null),
                clinic.fallback(),
                clinic.fallbackAfter(),
                clinic.quietHours(),
                clinic.smsAccents(),
                clinic.smsMaxSegments());
    }
}
