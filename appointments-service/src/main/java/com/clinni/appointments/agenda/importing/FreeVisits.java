package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Known visits that no line of the file has taken yet. */
final class FreeVisits {

    /** By key, then by id, in the order in which they are taken. */
    private final Map<VisitKey, Map<String, KnownVisit>> byKey = new HashMap<>();

    private final Set<String> taken = new HashSet<>();

    /** Those that take place are taken before those that are off. */
    FreeVisits(Collection<KnownVisit> known) {
        Stream.concat(
                        known.stream().filter(each -> !each.visit().cancelled()),
                        known.stream().filter(each -> each.visit().cancelled()))
                .forEach(
                        each ->
                                each.keys()
                                        .all()
                                        .forEach(
                                                key ->
                                                        byKey.computeIfAbsent(
                                                                        key,
                                                                        k -> new LinkedHashMap<>())
                                                                .put(each.id(), each)));
    }

    /** Takes the first visit of the line's patient that it shares such a key with. */
    Optional<KnownVisit> take(
            Visit line, Predicate<VisitKey> keys, Predicate<KnownVisit> condition) {
        for (var key : line.keys().all()) {
            if (keys.test(key)) {
                var found = first(line, key, condition);
                if (found.isPresent()) {
                    taken.add(found.get().id());
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The same if there is but one such visit. */
    Optional<KnownVisit> takeOnly(
            Visit line, Predicate<VisitKey> keys, Predicate<KnownVisit> condition) {
        var all = new LinkedHashMap<String, KnownVisit>();
        line.keys().all().stream()
                .filter(keys)
                .forEach(
                        key ->
                                byKey.getOrDefault(key, Map.of()).values().stream()
                                        .filter(visit -> !taken.contains(visit.id()))
                                        .filter(condition)
                                        .filter(visit -> visit.isOfPatientOf(line, key))
                                        .forEach(visit -> all.put(visit.id(), visit)));
        if (all.size() != 1) {
            return Optional.empty();
        }
        var only = all.values().iterator().next();
        taken.add(only.id());
        return Optional.of(only);
    }

    boolean has(Visit line, Predicate<VisitKey> keys, Predicate<KnownVisit> condition) {
        return line.keys().all().stream()
                .filter(keys)
                .anyMatch(key -> first(line, key, condition).isPresent());
    }

    private Optional<KnownVisit> first(Visit line, VisitKey key, Predicate<KnownVisit> condition) {
        var there = byKey.getOrDefault(key, Map.of()).values().iterator();
        while (there.hasNext()) {
            var visit = there.next();
            if (taken.contains(visit.id())) {
                there.remove();
            } else if (condition.test(visit) && visit.isOfPatientOf(line, key)) {
                return Optional.of(visit);
            }
        }
        return Optional.empty();
    }
}
