package com.clinni.appointments.appointment;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.appointment.ChangeOutcome.Booked;
import com.clinni.appointments.appointment.ChangeOutcome.Cancelled;
import com.clinni.appointments.appointment.ChangeOutcome.Moved;
import com.clinni.appointments.appointment.ChangeOutcome.Refreshed;
import com.clinni.appointments.appointment.ChangeOutcome.Refused;
import com.clinni.appointments.appointment.ChangeOutcome.Stale;
import com.clinni.appointments.appointment.ChangeOutcome.Unchanged;
import com.clinni.appointments.appointment.ChangeOutcome.Why;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of a visit. Its outcome depends only on how the visit stands. */
public sealed interface VisitChange {

    /** Which visit it is about. */
    VisitId visit();

    /**
     * What this makes of the visit.
     *
     * @param current if it is known
     */
    ChangeOutcome on(@Nullable Appointment current);

    /** Book by HTTP: the same again is nothing new, something else under the same id is refused. */
    record Book(Booking booking) implements VisitChange {

        @Override
        public VisitId visit() {
            return booking.id();
        }

        @Override
        public ChangeOutcome on(@Nullable Appointment current) {
            if (current == null) {
                return new Booked(Appointment.booked(booking, 1));
            }
            return current.isAsBooked(booking) ? new Unchanged(current) : new Refused(Why.CONFLICT);
        }
    }

    /**
     * A line of an agenda: what it says is how it is.
     *
     * @param isOnAgain an agenda cancelled the visit, and takes that back
     */
    record BookFromAgenda(Booking booking, boolean isOnAgain) implements VisitChange {

        @Override
        public VisitId visit() {
            return booking.id();
        }

        /** A line that a cancelled visit still stands in is old, unless its hour is new. */
        @Override
        public ChangeOutcome on(@Nullable Appointment current) {
            if (current == null) {
                return new Booked(Appointment.booked(booking, 1));
            }
            var next = current.nextVersion();
            if (!booking.startsAt().equals(current.startsAt())
                    || (isOnAgain && current.cancelled())) {
                var moved = current.movedTo(booking.startsAt(), next).refreshed(booking, next);
                return current.cancelled() ? new Booked(moved) : new Moved(moved);
            }
            return current.cancelled() || current.isAsBooked(booking)
                    ? new Unchanged(current)
                    : new Refreshed(current.refreshed(booking, next));
        }
    }

    /** Another start, by HTTP. */
    record Move(VisitId visit, Instant startsAt) implements VisitChange {

        @Override
        public ChangeOutcome on(@Nullable Appointment current) {
            if (current == null) {
                return new Refused(Why.UNKNOWN_APPOINTMENT);
            }
            if (current.cancelled()) {
                return new Refused(Why.CANCELLED);
            }
            return current.isAt(startsAt)
                    ? new Unchanged(current)
                    : new Moved(current.movedTo(startsAt, current.nextVersion()));
        }
    }

    /** Off, by HTTP; twice is as good as once. */
    record Cancel(VisitId visit) implements VisitChange {

        @Override
        public ChangeOutcome on(@Nullable Appointment current) {
            if (current == null) {
                return new Refused(Why.UNKNOWN_APPOINTMENT);
            }
            return current.cancelled()
                    ? new Unchanged(current)
                    : new Cancelled(current.cancelled(current.nextVersion()));
        }
    }

    /** Booked or moved somewhere else, as an event tells: the highest version counts. */
    record BookedElsewhere(Booking booking, long version) implements VisitChange {

        @Override
        public VisitId visit() {
            return booking.id();
        }

        @Override
        public ChangeOutcome on(@Nullable Appointment current) {
            if (current == null) {
                return booking.patient() == null
                        ? new Refused(Why.PATIENT_MISSING)
                        : new Booked(Appointment.booked(booking, version));
            }
            if (version <= current.version()) {
                return new Stale();
            }
            return newer(current);
        }

        private ChangeOutcome newer(Appointment current) {
            var patient = booking.patient() == null ? current.patient() : booking.patient();
            if (patient == null) {
                return new Refused(Why.PATIENT_MISSING);
            }
            var duration =
                    booking.durationMinutes() == null
                            ? current.durationMinutes()
                            : booking.durationMinutes();
            var whole =
                    new Booking(
                            booking.appointmentId(),
                            booking.clinicId(),
                            booking.startsAt(),
                            duration,
                            patient,
                            current.agendaKey());
            if (current.isAt(booking.startsAt())) {
                return new Refreshed(current.refreshed(whole, version));
            }
            var now = Appointment.booked(whole, version);
            return current.cancelled() ? new Booked(now) : new Moved(now);
        }
    }

    /** Cancelled somewhere else; a visit nobody knows yet leaves a tombstone. */
    record CancelledElsewhere(VisitId visit, long version) implements VisitChange {

        @Override
        public ChangeOutcome on(@Nullable Appointment current) {
            if (current == null) {
                return new Cancelled(Appointment.tombstone(visit, version));
            }
            return version <= current.version()
                    ? new Stale()
                    : new Cancelled(current.cancelled(version));
        }
    }
}
