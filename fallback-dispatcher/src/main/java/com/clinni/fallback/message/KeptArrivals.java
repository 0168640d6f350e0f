package com.clinni.fallback.message;

import com.clinni.events.DeliveryState;
import com.clinni.platform.erasure.Erasures;
import com.clinni.platform.erasure.Erasures.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrivals with the patient that each is about. One that was made before its patient was erased is
 * kept without its record, and never sent; where it was no message to the patient, nothing is kept.
 */
final class KeptArrivals {

    private static final String ERASED = "ERASED";

    private final Erasures erasures;

    KeptArrivals(Erasures erasures) {
        this.erasures = erasures;
    }

    /**
     * What is to be stored.
     *
     * @param patients by arrival, of those that name one
     */
    record Kept(List<NewMessage> arrivals, Map<NewMessage, RecordPatient> patients) {}

    Kept of(List<NewMessage> arrivals, Instant now) {
        var patients = new HashMap<NewMessage, RecordPatient>();
        arrivals.forEach(
                arrival ->
                        RecordPatient.of(arrival.copy(), now)
                                .ifPresent(who -> patients.put(arrival, who)));
        var erased = erasures.among(patients.values().stream().map(KeptArrivals::said).toList());
        var kept = new ArrayList<NewMessage>();
        for (var arrival : arrivals) {
            var who = patients.get(arrival);
            if (who == null || !erased.contains(said(who))) {
                kept.add(arrival);
            } else if (RecordCopy.isDelivery(arrival.copy().topic())) {
                var bare = arrival.without(DeliveryState.SUPPRESSED, ERASED);
                kept.add(bare);
                patients.put(bare, who);
            }
        }
        return new Kept(kept, patients);
    }

    private static Said said(RecordPatient who) {
        return new Said(who.clinicId(), who.patientId(), who.madeAt());
    }
}
