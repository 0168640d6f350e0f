package com.clinni.whatsapp.gateway.waha;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of one HTTP call. What it means for a patient's phone is decided elsewhere. */
sealed interface WahaAnswer {

    /** A whole answer. Its body may quote our request, so it is never printed. */
    record Answered(int status, byte[] body, @Nullable Duration retryAfter) implements WahaAnswer {

        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** Not one byte of the request left: name, connection or TLS failed. */
    record NotConnected() implements WahaAnswer {}

    /** Connected, and then we did not write the message ourselves. */
    record Withheld() implements WahaAnswer {}

    /** Connected, and then too slow. */
    record TimedOut() implements WahaAnswer {}

    /** Connected, and then cut, or an answer larger than we read. */
    record BrokenOff() implements WahaAnswer {}
}
