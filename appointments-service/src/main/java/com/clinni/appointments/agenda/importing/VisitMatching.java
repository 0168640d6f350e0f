package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.column.AgendaColumn;
import com.clinni.appointments.agenda.column.AgendaHeader;
import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import com.clinni.appointments.appointment.VisitStart;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the visit that each line means, and never one of another patient. A line at an hour that is
 * known is that visit; else the file's id tells, on whatever day; else another line of the same
 * patient's day moves a visit that no line speaks of any more; what is left is new. A visit that
 * has begun is moved by nobody.
 */
final class VisitMatching {

    private final AgendaHeader header;
    private final List<LineGroup> groups;
    private final FreeVisits free;
    private final Set<VisitKey> ofSeveral;
    private final Instant now;
    private final Map<LineGroup, KnownVisit> found = new HashMap<>();

    private VisitMatching(
            AgendaHeader header,
            List<LineGroup> groups,
            Collection<KnownVisit> known,
            Instant now) {
        this.header = header;
        this.groups = groups;
        this.free = new FreeVisits(known);
        this.ofSeveral = ofSeveral(groups);
        this.now = now;
    }

    static VisitMatching of(AgendaContent content, Collection<KnownVisit> known, Instant now) {
        var matching = new VisitMatching(content.header(), content.groups(), known, now);
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
                        free.takeOnly(
                                line,
                                key -> isHourOfOne(key),
                                known -> known.isAt(line.startsAt()) && isUncomparable(known)));
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

    private boolean isHourOfOne(VisitKey key) {
        return key.kind() == Kind.HOUR_AND_NAME && !ofSeveral.contains(key);
    }

    private static Set<VisitKey> ofSeveral(List<LineGroup> groups) {
        var seen = new HashSet<VisitKey>();
        return groups.stream()
                .flatMap(group -> group.keys().of(Kind.HOUR_AND_NAME))
                .filter(key -> !seen.add(key))
                .collect(Collectors.toSet());
    }

    /** The file has no column for the one address that is known of the patient. */
    private boolean isUncomparable(KnownVisit known) {
        var hasPhones = header.has(AgendaColumn.MOBILE) || header.has(AgendaColumn.PHONE);
        return hasPhones
                ? !header.has(AgendaColumn.EMAIL) && !known.keys().has(Kind.DAY_AND_PHONE)
                : !known.keys().has(Kind.DAY_AND_EMAIL);
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
