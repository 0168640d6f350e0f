package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.appointment.VisitChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of lines and what is to be done about it.
 *
 * @param visit the one that it means, if it was known
 * @param appointmentId of that visit or of a new one; absent where there is none
 * @param change if something is to be done; else the result says why not
 * @param warnings besides those of its lines
 */
record GroupPlan(
        LineGroup group,
        @Nullable KnownVisit visit,
        @Nullable String appointmentId,
        Optional<VisitChange> change,
        LineResult result,
        List<FieldFault> warnings) {

    static GroupPlan change(LineGroup group, @Nullable KnownVisit visit, VisitChange change) {
        return new GroupPlan(
                group,
                visit,
                change.visit().appointmentId(),
                Optional.of(change),
                LineResult.UNCHANGED,
                List.of());
    }

    static GroupPlan nothing(
            LineGroup group, @Nullable KnownVisit visit, LineResult result, FieldFault... why) {
        return new GroupPlan(
                group,
                visit,
                visit == null ? null : visit.id(),
                Optional.empty(),
                result,
                List.of(why));
    }

    GroupPlan warned(FieldFault warning) {
        return new GroupPlan(
                group,
                visit,
                appointmentId,
                change,
                result,
                Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }

    GroupPlan ended(LineResult ended) {
        return new GroupPlan(group, visit, appointmentId, change, ended, warnings);
    }
}
