package com.clinni.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task for a clinic: a patient wrote something to the automatic number that a person of the
 * clinic should see. Nothing was done about it: no visit was cancelled.
 *
 * @param taskId the same for the same wish, however often it is written that day
 * @param appointmentId the visit that the clinic's last message to that number was about, if it was
 *     about one
 * @param patientId whom that message was for
 * @param at when it was written
 * @param editedAt when it was worded anew, if it was: a task is told again then, in its new words
 * @param text what was written, or its beginning
 * @param ambiguous whether other clinics wrote to that number lately, and got this too
 */
public record TaskRaised(
        UUID taskId,
        String clinicId,
        @Nullable String appointmentId,
        String patientId,
        Kind kind,
        Instant at,
        @Nullable Instant editedAt,
        String text,
        boolean ambiguous)
        implements Event {

    /** How much of what was written travels. */
    public static final int LONGEST_TEXT = 300;

    /** What the patient seems to want. */
    public enum Kind {
        /** Not to come. */
        CANCEL_ASKED
    }

    @Override
    public String topic() {
        return Topics.TASK_RAISED;
    }

    @Override
    public String key() {
        return clinicId;
    }

    @Override
    public String id(int generation) {
        return editedAt == null ? taskId.toString() : taskId + ":" + editedAt.toEpochMilli();
    }

    /** Without what was written. */
    @Override
    public String toString() {
        return "TaskRaised[" + taskId + "]";
    }
}
