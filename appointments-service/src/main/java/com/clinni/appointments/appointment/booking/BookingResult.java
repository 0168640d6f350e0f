package com.clinni.appointments.appointment.booking;

import com.clinni.platform.http.Problem;

/** The result of a request to book or move. */
sealed interface BookingResult {

    /** Booked or moved, now or already before. */
    record Done(boolean isNew, BookingAnswer answer) implements BookingResult {}

    record NotDone(Problem problem) implements BookingResult {}
}
