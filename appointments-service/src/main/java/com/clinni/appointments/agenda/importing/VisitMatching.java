package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import com.clinni.appointments.appointment.VisitStart;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the visit that each line means, and never one of another patient. A line at an hour that is
 * known is that visit; else the file's id tells, on whatever day; else another line of the same
 * patient's day moves a visit that no line speaks of any more; what is left is new. A visit that
 * has begun is moved by nobody.
 */
final class VisitMatching {

    private final List<LineGroup> groups;
    private final FreeVisits free;
    private final Instant now;
    private final Map<LineGroup, KnownVisit> found = new HashMap<>();

    private VisitMatching(List<LineGroup> groups, Collection<KnownVisit> known, Instant now) {
        this.groups = groups;
        this.free = new FreeVisits(known);
        this.now = now;
    }

    static VisitMatching of(List<LineGroup> groups, Collection<KnownVisit> known, Instant now) {
        var matching = new VisitMatching(groups, known, now);
        matching.match();
        return matching;
    }

    Optional<KnownVisit> of(LineGroup group) {
        return Optional.ofNullable(found.get(group));
    }

    /** A visit of the same patient and day that no line speaks of. */
    boolean hasOther(LineGroup group) {
        return free.has(
                group.said(), key -> key.kind().isOfDay(), known -> !known.visit().cancelled());
    }

    private void match() {
        // who and when before the id: an id may come again with somebody of the same name
        each(line -> take(line, Kind::isOfDay, known -> known.isAt(line.startsAt())));
        each(line -> take(line, Kind::isOfId, known -> known.isAt(line.startsAt())));
        each(
                line ->
                        take(
                                line,
                                Kind::isOfId,
                                known -> mayMove(line, known) && known.isOf(line.patient())));
        each(line -> take(line, Kind::isOfId, known -> mayMove(line, known)));
        // to cancel a visit at another hour its id must leave no doubt
        each(
                line ->
                        free.takeOnly(
                                line, key -> key.kind().isOfId(), known -> isToCome(line, known)));
        each(
                line ->
                        take(
                                line,
                                Kind::isOfDay,
                                known -> mayMove(line, known) && !isOfAnotherId(line, known)));
    }

    private void each(Function<Visit, Optional<KnownVisit>> step) {
        for (var group : groups) {
            if (!found.containsKey(group)) {
                step.apply(group.said()).ifPresent(known -> found.put(group, known));
            }
        }
    }

    private Optional<KnownVisit> take(
            Visit line, Predicate<Kind> kinds, Predicate<KnownVisit> condition) {
        return free.take(line, key -> kinds.test(key.kind()), condition);
    }

    private boolean mayMove(Visit line, KnownVisit known) {
        return !line.isOff() && isToCome(line, known);
    }

    private boolean isToCome(Visit line, KnownVisit known) {
        return !line.start().isPast(now) && !new VisitStart.At(known.startsAt(), false).isPast(now);
    }

    private static boolean isOfAnotherId(Visit line, KnownVisit known) {
        return known.keys().contradicts(line.keys(), Kind.ID_AND_NAME);
    }
}
