package com.clinni.whatsapp.optout;

import com.clinni.events.OptOutChanged.By;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * The answer to whether a number opted out, of which lines, and how that came about.
 *
 * @param changes oldest first
 */
record OptOutView(boolean optedOut, List<Out> lines, List<Change> changes) {

    /** A line it opted out of. */
    record Out(String line, Instant since) {}

    /** One change; the clinic, who and why are those of a clinic that took it back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            Instant at,
            String line,
            boolean optedOut,
            By by,
            String clinicId,
            String who,
            String reason) {}
}
