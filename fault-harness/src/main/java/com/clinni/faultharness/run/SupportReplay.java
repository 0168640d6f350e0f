package com.clinni.faultharness.run;

import com.clinni.faultharness.load.Clinic;
import com.clinni.testbed.client.Clinni;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Plays support staff who replay dead letters, a few at a time. */
public record SupportReplay(Clinni clinni, List<Clinic> clinics) {

    private static final int AT_ONCE = 3;

    /** Nobody insists: the service may be made to die of it. */
    public void tryOnce() {
        try {
            for (var clinic : clinics) {
                clinni.needingAttention(clinic.id()).stream()
                        .limit(AT_ONCE)
                        .map(letter -> letter.path("id").asText())
                        .forEach(this::replay);
            }
        } catch (UncheckedIOException e) {
            // it died, or is being started again
        }
    }

    private void replay(String letter) {
        clinni.replay(List.of(letter), false, UUID.randomUUID().toString());
    }
}
