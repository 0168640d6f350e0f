package com.clinni.appointments.reminder;

import com.clinni.appointments.clinic.ReminderRule;
import com.clinni.events.NameBasedUuid;
import java.util.UUID;

/** The identity of a reminder: planning the same version of a visit again makes the same ids. */
public final class ReminderIds {

    private static final UUID REMINDERS = UUID.fromString("5a2f6d8e-0c53-4c0b-9c53-8f6a0e4b7d11");

    private ReminderIds() {}

    public static UUID of(String clinicId, String appointmentId, long version, ReminderRule rule) {
        return of(clinicId, appointmentId, version, rule.key());
    }

    /** The same for a message that no rule planned; its key is no rule's. */
    public static UUID of(String clinicId, String appointmentId, long version, String key) {
        return NameBasedUuid.of(
                REMINDERS, clinicId + "/" + appointmentId + "/" + version + "/" + key);
    }
}
