package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ids of visits that stand for more than one patient: in the file, or in it and among the visits to
 * come. Their visits are kept apart, and somebody should look whether one of them is off.
 */
final class SharedIds {

    /** By the id, then by the id and the name: all keys of the visits. */
    private final Map<UUID, Map<UUID, VisitKeys>> names = new HashMap<>();

    SharedIds(List<LineGroup> groups, Collection<KnownVisit> toCome) {
        groups.forEach(group -> add(group.keys()));
        toCome.forEach(visit -> add(visit.keys()));
    }

    /** Whether the id of these lines is another patient's too. */
    boolean isShared(LineGroup group) {
        return group.keys()
                .of(Kind.ID)
                .flatMap(id -> names.getOrDefault(id.key(), Map.of()).values().stream())
                .anyMatch(
                        other ->
                                other.contradicts(group.keys(), Kind.ID_AND_NAME)
                                        && !isOneBy(other, group));
    }

    private static boolean isOneBy(VisitKeys other, LineGroup group) {
        return other.of(Kind.ID_AND_NUMBER).anyMatch(group.keys().all()::contains);
    }

    private void add(VisitKeys keys) {
        keys.of(Kind.ID)
                .forEach(
                        id ->
                                keys.of(Kind.ID_AND_NAME)
                                        .forEach(
                                                name ->
                                                        names.computeIfAbsent(
                                                                        id.key(),
                                                                        i -> new HashMap<>())
                                                                .putIfAbsent(name.key(), keys)));
    }
}
