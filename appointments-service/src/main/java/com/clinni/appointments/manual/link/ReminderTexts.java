package com.clinni.appointments.manual.link;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.events.Patient;
import java.time.Instant;

/** The source of the texts. One answer, within seconds, whatever happens. */
interface ReminderTexts {

    /** A reminder of that visit, as a person would send it. */
    Answer of(Instant startsAt, Clinic clinic, Patient patient);

    /** What became of the question. */
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
