package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.AgendaLine.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one file that speak of one visit: one patient at one hour. Where some say that it is
 * off and others do not, it was booked again, so it takes place.
 */
final class LineGroup {

    private final List<Visit> lines = new ArrayList<>();
    private Visit said;
    private VisitKeys keys;

    private LineGroup(Visit first) {
        lines.add(first);
        said = first;
        keys = first.keys();
    }

    /** Groups the lines of a file, in their order. */
    static List<LineGroup> of(List<Visit> lines) {
        var groups = new ArrayList<LineGroup>();
        var index = new HashMap<KeyAt, List<LineGroup>>();
        for (var line : lines) {
            var group = find(line, index);
            if (group == null) {
                group = new LineGroup(line);
                groups.add(group);
            } else {
                group.add(line);
            }
            for (var key : line.keys().all()) {
                var there = index.computeIfAbsent(at(key, line), k -> new ArrayList<>(1));
                if (key.kind().isOfDay() && !there.contains(group)) {
                    there.add(group);
                }
            }
        }
        return groups;
    }

    private static @Nullable LineGroup find(Visit line, Map<KeyAt, List<LineGroup>> index) {
        return line.keys().all().stream()
                .filter(key -> key.kind().isOfDay())
                .flatMap(
                        key ->
                                index.getOrDefault(at(key, line), List.of()).stream()
                                        .filter(g -> g.keys.agreesWith(line.keys(), key)))
                .findFirst()
                .orElse(null);
    }

    private static KeyAt at(VisitKey key, Visit line) {
        return new KeyAt(key, line.startsAt());
    }

    private void add(Visit line) {
        lines.add(line);
        keys = keys.plus(line.keys());
        if (said.isOff() && !line.isOff()) {
            said = line;
        }
    }

    /** The line that counts. */
    Visit said() {
        return said;
    }

    List<Visit> lines() {
        return lines;
    }

    VisitKeys keys() {
        return keys;
    }

    private record KeyAt(VisitKey key, Instant start) {}
}
