package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Clinic;
import com.clinni.faultharness.load.PersistentCalls;
import com.clinni.testbed.client.Clinni;
import java.time.Duration;
import java.util.List;

/** Waits until nothing is under way any more. */
public record Drain(Clinni clinni, List<Clinic> clinics) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** What was sent at the last moment may be refused in the next. */
    private static final int IN_A_ROW = 3;

    /** Whether everything came to an end within so long. What did not is the checker's business. */
    public boolean within(Duration patience) throws InterruptedException {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        var looks = 0;
        while (looks < IN_A_ROW) {
            looks = isOver() ? looks + 1 : 0;
            if (System.nanoTime() > giveUpAt) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    private boolean isOver() {
        return clinics.stream()
                .allMatch(
                        clinic ->
                                TimelineReminder.UNFINISHED.stream()
                                        .allMatch(s -> isEmpty(clinic, s)));
    }

    private boolean isEmpty(Clinic clinic, String state) {
        return PersistentCalls.onValue(
                        () -> clinni.remindersOf(clinic.id(), "size=1&state=" + state))
                .isEmpty();
    }
}
