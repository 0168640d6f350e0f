package com.clinni.platform.audit;

import com.clinni.events.audit.AuditAction;
import org.jspecify.annotations.Nullable;

/**
 * An access as the code that serves it knows it. Who it was, and when, the log adds.
 *
 * @param clinicId none where it is about no clinic, or about all
 * @param subjectId the id of what was read or changed; never contact data
 * @param reason as the person gave it; stands in the log and nowhere else
 */
public record AccessEntry(
        AuditAction action,
        @Nullable String clinicId,
        @Nullable String subjectId,
        @Nullable String reason) {

    public static AccessEntry of(AuditAction action) {
        return new AccessEntry(action, null, null, null);
    }

    public AccessEntry at(@Nullable String clinic) {
        return new AccessEntry(action, clinic, subjectId, reason);
    }

    public AccessEntry about(@Nullable String subject) {
        return new AccessEntry(action, clinicId, subject, reason);
    }

    public AccessEntry because(@Nullable String why) {
        return new AccessEntry(action, clinicId, subjectId, why);
    }

    @Override
    public String toString() {
        return "AccessEntry[" + action + "]";
    }
}
