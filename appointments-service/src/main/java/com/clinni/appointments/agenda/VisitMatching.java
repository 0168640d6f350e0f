package com.clinni.appointments.agenda;

import com.clinni.appointments.agenda.AgendaLine.Visit;
import com.clinni.appointments.appointment.Appointment;
import com.clinni.events.NameBasedUuid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds the visit that each line of one patient's day means. A line at an hour that is known is
 * that visit; another one moves a visit that no line speaks of any more; what is left is new. So a
 * patient may come twice a day, and a second file moves what changed.
 */
final class VisitMatching {

    private static final UUID VISITS = UUID.fromString("c6a1f3d5-7e7b-4b52-93f4-2b8f7a6d1e03");

    private VisitMatching() {}

    /**
     * Gives each line a visit, known or new.
     *
     * @param lines of one key, at different hours
     * @param known the visits of that key
     * @return the appointment id of each line
     */
    static Map<Instant, String> of(UUID key, List<Visit> lines, List<Appointment> known) {
        var ids = new TreeMap<Instant, String>();
        var free = new ArrayList<>(known);
        free.sort(Comparator.comparing(Appointment::cancelled));
        for (var line : lines) {
            free.stream()
                    .filter(visit -> line.start().instant().equals(visit.startsAt()))
                    .findFirst()
                    .ifPresent(
                            visit -> {
                                free.remove(visit);
                                ids.put(line.start().instant(), visit.appointmentId());
                            });
        }
        var taken = new HashSet<>(known.stream().map(Appointment::appointmentId).toList());
        for (var line : lines) {
            ids.computeIfAbsent(
                    line.start().instant(),
                    start ->
                            free.isEmpty()
                                    ? newId(key, taken)
                                    : free.removeFirst().appointmentId());
        }
        return ids;
    }

    private static String newId(UUID key, Set<String> taken) {
        var number = 0;
        String id;
        do {
            id = NameBasedUuid.of(VISITS, key + "/" + number++).toString();
        } while (!taken.add(id));
        return id;
    }
}
