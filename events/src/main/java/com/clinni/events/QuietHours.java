package com.clinni.events;

import java.time.LocalTime;

/**
 * When a clinic's patients must not hear from WhatsApp or SMS: local times of the clinic, from
 * inclusive, to exclusive; they may span midnight.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Whether this time of day is quiet. Equal ends mean never. */
    public boolean cover(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
