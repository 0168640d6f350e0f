package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All keys of a visit or of a line. That two of them share one key is not always enough: two people
 * may share a name and a phone, and then what else the file says of them tells them apart.
 */
record VisitKeys(Set<VisitKey> all) {

    static VisitKeys of(List<VisitKey> keys) {
        return new VisitKeys(new LinkedHashSet<>(keys));
    }

    VisitKeys plus(VisitKeys other) {
        var both = new LinkedHashSet<>(all);
        both.addAll(other.all);
        return new VisitKeys(both);
    }

    /** Whether they mean one patient, given a key that they share. */
    boolean agreesWith(VisitKeys other, VisitKey shared) {
        return switch (shared.kind()) {
            case ID -> false;
            case ID_AND_NUMBER, DAY_AND_NUMBER, FORMER_ID, FORMER_DAY -> true;
            case ID_AND_NAME -> !contradicts(other, Kind.ID_AND_NUMBER);
            case DAY_AND_PHONE -> !contradicts(other, Kind.DAY_AND_NUMBER);
            case DAY_AND_EMAIL ->
                    !contradicts(other, Kind.DAY_AND_NUMBER)
                            && !contradicts(other, Kind.DAY_AND_PHONE);
        };
    }

    /** Whether both have keys of a kind, and share none. */
    boolean contradicts(VisitKeys other, Kind kind) {
        return of(kind).findAny().isPresent()
                && other.of(kind).findAny().isPresent()
                && of(kind).noneMatch(other.all::contains);
    }

    Stream<VisitKey> of(Kind kind) {
        return all.stream().filter(key -> key.kind() == kind);
    }
}
