package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.FieldWarning;
import com.clinni.platform.http.Problem;
import java.util.List;

/** The result of a request to book or move. */
sealed interface BookingResult {

    /** Booked or moved, now or already before. */
    record Done(boolean isNew, BookingAnswer answer) implements BookingResult {

        @Override
        public BookingResult warning(List<FieldWarning> more) {
            return new Done(isNew, answer.warning(more));
        }
    }

    record NotDone(Problem problem) implements BookingResult {

        @Override
        public BookingResult warning(List<FieldWarning> more) {
            return this;
        }
    }

    /** The same, with what whoever asked should know besides. */
    BookingResult warning(List<FieldWarning> more);
}
