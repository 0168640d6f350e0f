package com.clinni.whatsapp.optout;

import com.clinni.events.OptOutChanged.By;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * The answer to whether a number opted out, of which lines, and how that came about.
 *
 * @param optedOut whether it did: from every clinic but the exceptions
 * @param changes oldest first
 */
record OptOutView(
        boolean optedOut, List<Out> lines, List<Exempt> exceptions, List<Change> changes) {

    /** What one clinic may know of it: what the number said, and nothing of other clinics. */
    OptOutView of(String clinicId) {
        return new OptOutView(
                optedOut,
                lines,
                exceptions.stream().filter(each -> each.clinicId().equals(clinicId)).toList(),
                changes.stream()
                        .filter(each -> each.by() == By.PATIENT || clinicId.equals(each.clinicId()))
                        .toList());
    }

    /** A line it opted out of. */
    record Out(String line, Instant since) {}

    /** A clinic that it asked to write again. */
    record Exempt(String clinicId, Instant since) {}

    /** One change; the clinic is that of one that took it back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(Instant at, String line, boolean optedOut, By by, String clinicId) {}
}
