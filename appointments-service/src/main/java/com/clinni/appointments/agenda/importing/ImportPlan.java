package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.column.AgendaColumn;
import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.appointments.agenda.fault.AgendaFault;
import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.appointment.Booking;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.appointment.VisitChange.BookFromAgenda;
import com.clinni.events.Patient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each visit that a file speaks of. A visit keeps its patient's id, and
 * what the file has no column for.
 */
final class ImportPlan {

    private static final FieldFault SHARED =
            AgendaColumn.ID.fault(AgendaFault.ID_OF_ANOTHER_PATIENT);

    private final String clinicId;
    private final AgendaHeader header;
    private final Instant now;

    ImportPlan(String clinicId, AgendaHeader header, Instant now) {
        this.clinicId = clinicId;
        this.header = header;
        this.now = now;
    }

    List<GroupPlan> of(
            List<LineGroup> groups, VisitMatching matching, SharedIds shared, NewVisits newVisits) {
        return groups.stream()
                .map(
                        group -> {
                            var visit = matching.of(group).orElse(null);
                            var plan =
                                    group.said().isOff()
                                            ? off(group, visit, matching.hasOther(group))
                                            : on(group, visit, newVisits);
                            return shared.isShared(group) ? plan.warned(SHARED) : plan;
                        })
                .toList();
    }

    private GroupPlan off(LineGroup group, @Nullable KnownVisit visit, boolean hasOther) {
        var isPast = group.said().start().isPast(now);
        if (visit == null) {
            return hasOther && !isPast
                    ? GroupPlan.nothing(
                            group,
                            null,
                            LineResult.SKIPPED,
                            AgendaColumn.STATUS.fault(AgendaFault.OTHER_HOUR))
                    : GroupPlan.nothing(group, null, LineResult.SKIPPED);
        }
        if (visit.visit().cancelled()) {
            return GroupPlan.nothing(group, visit, LineResult.UNCHANGED);
        }
        return isPast
                ? GroupPlan.nothing(group, visit, LineResult.SKIPPED)
                : GroupPlan.change(group, visit, new VisitChange.Cancel(visit.visit().id()));
    }

    private GroupPlan on(LineGroup group, @Nullable KnownVisit visit, NewVisits newVisits) {
        var line = group.said();
        if (visit == null) {
            return line.start().isPast(now)
                    ? GroupPlan.nothing(
                            group,
                            null,
                            LineResult.SKIPPED,
                            AgendaColumn.DATE.fault(AgendaFault.IN_THE_PAST))
                    : GroupPlan.change(
                            group,
                            null,
                            new BookFromAgenda(
                                    booking(newVisits.idOf(group), line, line.patient()), false));
        }
        if (line.start().isPast(now)) {
            return GroupPlan.nothing(group, visit, LineResult.UNCHANGED);
        }
        if (visit.visit().cancelled() && visit.isAt(line.startsAt()) && !visit.isOffByAgenda()) {
            return GroupPlan.nothing(
                    group,
                    visit,
                    LineResult.UNCHANGED,
                    AgendaColumn.STATUS.fault(AgendaFault.CANCELLED_BEFORE));
        }
        return GroupPlan.change(group, visit, again(line, visit));
    }

    private BookFromAgenda again(Visit line, KnownVisit known) {
        var was = known.patient();
        var said = line.patient();
        var patient =
                new Patient(
                        was.patientId(),
                        said.firstName(),
                        has(AgendaColumn.MOBILE) || has(AgendaColumn.PHONE)
                                ? said.phone()
                                : was.phone(),
                        has(AgendaColumn.EMAIL) ? said.email() : was.email(),
                        has(AgendaColumn.LANGUAGE) ? said.language() : was.language(),
                        was.optedOut());
        var booking = booking(known.id(), line, patient);
        var duration =
                has(AgendaColumn.DURATION)
                        ? line.durationMinutes()
                        : known.visit().durationMinutes();
        return new BookFromAgenda(
                new Booking(
                        booking.appointmentId(),
                        clinicId,
                        booking.startsAt(),
                        duration,
                        patient,
                        line.key()),
                known.isOffByAgenda());
    }

    private Booking booking(String id, Visit line, Patient patient) {
        return new Booking(
                id, clinicId, line.startsAt(), line.durationMinutes(), patient, line.key());
    }

    private boolean has(AgendaColumn column) {
        return header.has(column);
    }

    /** Gives new visits their ids. */
    interface NewVisits {
        String idOf(LineGroup group);
    }
}
