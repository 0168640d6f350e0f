package com.clinni.reminders.rendering;

import com.clinni.events.Clinic;
import com.clinni.events.MessageRequested;
import com.clinni.events.Patient;
import com.clinni.events.ReminderDue;
import com.clinni.reminders.authoring.TemplateKey;
import com.clinni.reminders.template.Language;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message before it is rendered: its subject, its recipient and the clinic that speaks.
 *
 * @param generation 1, or more after replays
 * @param about the visit's id, or of a message about no visit its requester's
 * @param version the visit's; 0 when it is about none
 * @param startsAt of the visit, when it is about one
 * @param says what its date and time say
 * @param given what only its requester knows, by variable
 */
record Draft(
        UUID id,
        int generation,
        String kind,
        String about,
        long version,
        @Nullable Instant startsAt,
        @Nullable Integer durationMinutes,
        @Nullable Instant says,
        Map<String, String> given,
        Instant dueAt,
        Instant sendBefore,
        Clinic clinic,
        Patient patient) {

    static Draft of(ReminderDue due, int generation) {
        return new Draft(
                due.reminderId(),
                generation,
                due.kindOrReminder(),
                due.appointmentId(),
                due.appointmentVersion(),
                due.startsAt(),
                due.durationMinutes(),
                due.startsAt(),
                Map.of(),
                due.dueAt(),
                due.sendBefore(),
                due.clinic(),
                due.patient());
    }

    static Draft of(MessageRequested requested, int generation, Clinic clinic) {
        return new Draft(
                requested.reminderId(),
                generation,
                requested.kind(),
                requested.messageId(),
                0,
                null,
                null,
                requested.occurredAt(),
                requested.variables(),
                requested.requestedAt(),
                requested.sendBefore(),
                clinic,
                requested.patient());
    }

    /** Which texts it needs. */
    TemplateKey texts() {
        return new TemplateKey(clinic.clinicId(), kind, language());
    }

    Language language() {
        return languageOf(patient, clinic);
    }

    /** The patient's, else the clinic's, else Spanish: the first in which texts exist. */
    static Language languageOf(Patient patient, Clinic clinic) {
        return Language.of(patient.language())
                .or(() -> Language.of(clinic.language()))
                .orElse(Language.ES);
    }

    /** Names it by its id only. */
    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
