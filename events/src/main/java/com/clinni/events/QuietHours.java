package com.clinni.events;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The hours in which a clinic's patients must not hear from WhatsApp or SMS: local times of the
 * clinic, from inclusive, to exclusive; they may span midnight.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Whether this time of day is quiet. Equal ends mean never. */
    public boolean cover(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /**
     * When patients may hear again; empty at a moment that is not quiet. Where the clocks jump over
     * that time of day it is as long after the jump; where they pass it twice, the next of the two.
     */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        var there = now.atZone(zone);
        if (!cover(there.toLocalTime())) {
            return Optional.empty();
        }
        var today = there.with(to);
        var end = today.isAfter(there) ? today : there.plusDays(1).with(to);
        return Optional.of(end.toInstant());
    }
}
