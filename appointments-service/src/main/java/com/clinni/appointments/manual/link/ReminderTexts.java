package com.clinni.appointments.manual.link;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.events.Patient;
import java.time.Instant;

/** The source of the texts for sending by hand. Answers within seconds and never throws. */
interface ReminderTexts {

    /** The reminder of a visit, as a person sends it; its times are told in the clinic's zone. */
    Answer of(Instant startsAt, Clinic clinic, Patient patient);

    /** The answer to a question for a text. */
    sealed interface Answer {}

    /** The text, in the patient's language, else the clinic's, else Spanish. */
    record Text(String text) implements Answer {

        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** There can be no text for this clinic as it stands. */
    record Refused(FieldFault fault) implements Answer {}

    /** Nobody answered in time, or not as agreed. Asking again may help. */
    record Away() implements Answer {}
}
