package com.clinni.appointments.correction;

import com.clinni.events.MessageReady;
import java.time.Instant;

/** The decision about a change: tell it, say nothing, or look again. */
sealed interface CorrectionDecision {

    /** The visit's new hour is told. */
    record TellMoved(Instant startsAt, Instant sendBefore, boolean byEmail) implements Tell {

        @Override
        public String kind() {
            return MessageReady.MOVED;
        }

        @Override
        public String key() {
            return "moved";
        }
    }

    /**
     * It is told that the visit will not be.
     *
     * @param startsAt the start that the patient knows of
     */
    record TellCancelled(Instant startsAt, Instant sendBefore, boolean byEmail) implements Tell {

        @Override
        public String kind() {
            return MessageReady.CANCELLATION;
        }

        @Override
        public String key() {
            return "cancelled";
        }
    }

    /** One message. */
    sealed interface Tell extends CorrectionDecision {

        /** What its texts are about. */
        String kind();

        /** Stands where a reminder has its rule, in its identity too. */
        String key();

        Instant startsAt();

        /** From this instant on it is worthless. */
        Instant sendBefore();

        /** Whether it goes by e-mail, as what it corrects did, whatever the clinic's channel is. */
        boolean byEmail();
    }

    /** There is nothing to say, and why. */
    record Nothing(Why why) implements CorrectionDecision {}

    /** Something is on its way still: what is right depends on whether it arrives. */
    record LookAgain(Instant at) implements CorrectionDecision {}

    /** Why a change is not told. */
    enum Why {
        /** Nothing reached the patient before. */
        NOTHING_TOLD,
        /** A message about the visit as it stands has left already. */
        SAID_ALREADY,
        /** What the patient was told is so again; what would repeat it at once is not sent. */
        AS_TOLD,
        /** The same, but the latest reminder of it did not arrive: the new one does that. */
        TOLD_BEFORE,
        /** The patient knows that it was cancelled; a visit that is on again has its reminders. */
        CANCELLATION_TOLD,
        /** The clinic does not want it. */
        NOT_WANTED,
        TOO_LATE
    }
}
