package com.clinni.system.faults.run;

import com.clinni.system.faults.load.Clinic;
import com.clinni.testbed.client.Clinni;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Support staff who replay whatever stands undelivered: each try a few letters. */
public record Replaying(Clinni clinni, List<Clinic> clinics) {

    private static final int AT_ONCE = 20;

    /** Nobody insists: the service may be made to die of it. */
    public void tryOnce() {
        try {
            for (var clinic : clinics) {
                var ids =
                        clinni.needingAttention(clinic.id()).stream()
                                .limit(AT_ONCE)
                                .map(letter -> letter.path("id").asText())
                                .toList();
                if (!ids.isEmpty()) {
                    clinni.replay(ids, false, UUID.randomUUID().toString());
                }
            }
        } catch (UncheckedIOException e) {
            // it died, or is being started again
        }
    }
}
