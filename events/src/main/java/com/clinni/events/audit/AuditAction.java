package com.clinni.events.audit;

import java.util.EnumSet;
import java.util.Set;

/**
 * An action that the access log names: what somebody read of patients' data, or changed. The name
 * travels in {@code GET /audit} and is translated on screens: values are added, never renamed or
 * removed.
 */
public enum AuditAction {
    /** A visit was read: when, and of which patient. */
    VISIT_READ,
    /** Somebody asked whether a clinic has a visit of a telephone number. */
    VISIT_LOOKED_UP,
    /** Visits were searched by a number, an address, a name or an id. */
    VISITS_SEARCHED,
    /** A visit was booked. */
    VISIT_BOOKED,
    /** A visit was given another start. */
    VISIT_MOVED,
    /** A visit was cancelled. */
    VISIT_CANCELLED,
    /** A day's agenda was read from a file, and booked unless it was a trial. */
    AGENDA_IMPORTED,
    /** The timeline of a visit's reminders was read. */
    TIMELINE_READ,
    /** A list of a clinic's reminders was read. */
    REMINDERS_LISTED,
    /** A clinic's day was read, with names and telephone numbers. */
    DAY_READ,
    /** The link for sending a reminder by hand was handed out, with number and text. */
    MANUAL_LINK_READ,
    /** Somebody said that a reminder was sent by hand. */
    SENT_BY_HAND,
    /** Somebody said that a reminder was not sent by hand after all. */
    NOT_SENT_BY_HAND,
    /** Tasks that patients' messages raised were read. */
    TASKS_LISTED,
    /** A task was ticked off. */
    TASK_DONE,
    /** A clinic's settings were made or changed. */
    CLINIC_SAVED,
    /** A text was written for one patient, for sending by hand. */
    TEXT_WRITTEN,
    /** A clinic's texts were saved. */
    TEMPLATE_SAVED,
    /** An earlier version of a clinic's texts was put in force again. */
    TEMPLATE_RESTORED,
    /** A clinic's texts were saved with medical words that the check refuses. */
    MEDICAL_WORDS_OVERRIDDEN,
    /** A line was stopped. */
    LINE_PAUSED,
    /** A line was started again. */
    LINE_RESUMED,
    /** Somebody asked whether a telephone number has opted out. */
    OPT_OUT_LOOKED_UP,
    /** A patient hears from a clinic by WhatsApp again. */
    OPTED_IN,
    /** A patient hears from a clinic by e-mail no longer, by the link in one. */
    EMAIL_OPTED_OUT,
    /** A patient hears from a clinic by e-mail again, by the link in one. */
    EMAIL_OPTED_IN,
    /** A list of dead letters was read. */
    DEAD_LETTERS_LISTED,
    /** A dead letter was read. */
    DEAD_LETTER_READ,
    /** A dead letter was closed without being sent. */
    DEAD_LETTER_DISCARDED,
    /** The recipient of a message was shown in full. */
    CONTACT_UNMASKED,
    /** Dead letters were sent again. */
    REPLAY_STARTED,
    /** It was read what would become, or became, of dead letters that are sent again. */
    REPLAY_READ,
    /** A replay was stopped for a while. */
    REPLAY_PAUSED,
    /** A replay went on. */
    REPLAY_RESUMED,
    /** A replay was ended before its time. */
    REPLAY_STOPPED,
    /** A clinic's SMS credit was topped up. */
    SMS_CREDIT_TOPPED_UP,
    /** The name that a clinic's SMS come from was changed. */
    SMS_SENDER_SAVED,
    /** All that stands of a patient was handed out. */
    PATIENT_EXPORTED,
    /** A patient's data was ordered to be deleted everywhere. */
    PATIENT_ERASED,
    /** It was read how far deleting a patient's data has come. */
    ERASURE_READ,
    /** The access log itself was read. */
    AUDIT_READ,
    /** A person signed out of the pages, which ended all their sessions. */
    SIGNED_OUT;

    private static final Set<AuditAction> READS =
            EnumSet.of(
                    VISIT_READ,
                    VISIT_LOOKED_UP,
                    VISITS_SEARCHED,
                    TIMELINE_READ,
                    REMINDERS_LISTED,
                    DAY_READ,
                    MANUAL_LINK_READ,
                    TASKS_LISTED,
                    TEXT_WRITTEN,
                    OPT_OUT_LOOKED_UP,
                    DEAD_LETTERS_LISTED,
                    DEAD_LETTER_READ,
                    REPLAY_READ,
                    PATIENT_EXPORTED,
                    ERASURE_READ,
                    AUDIT_READ);

    /** True where nothing changes: somebody learned something. */
    public boolean isRead() {
        return READS.contains(this);
    }
}
