package com.clinni.platform.erasure;

import com.clinni.events.PatientErasureReported;
import java.time.Instant;

/** A service's own way to erase a patient: its rows, and how it tells that it is done. */
public interface PatientEraser {

    /**
     * Erases what can go now, in the caller's transaction: what waits is withdrawn, what is under
     * way is let end.
     *
     * @return whether nothing of the patient is left; otherwise it is asked again
     */
    boolean erase(ErasureOrder order, Instant now);

    /**
     * Tells by {@link PatientErasureReported} that it is done, in the caller's transaction and
     * after all that was told before.
     */
    void report(ErasureOrder done, Instant now);
}
