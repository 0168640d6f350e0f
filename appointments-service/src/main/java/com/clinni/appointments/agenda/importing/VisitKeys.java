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
            case HOUR_AND_NAME -> !sharesKindWith(other);
            case DAY_AND_PHONE -> !contradicts(other, Kind.DAY_AND_NUMBER);
            case DAY_AND_EMAIL ->
                    !contradicts(other, Kind.DAY_AND_NUMBER)
                            && !contradicts(other, Kind.DAY_AND_PHONE);
        };
    }

    /** Whether both have keys of a kind, and share none. */
    boolean contradicts(VisitKeys other, Kind kind) {
        return has(kind) && other.has(kind) && of(kind).noneMatch(other.all::contains);
    }

    /** Whether both say what the other says too: an address of one kind, or a patient's number. */
    private boolean sharesKindWith(VisitKeys other) {
        return Stream.of(Kind.DAY_AND_NUMBER, Kind.DAY_AND_PHONE, Kind.DAY_AND_EMAIL)
                .anyMatch(kind -> has(kind) && other.has(kind));
    }

    boolean has(Kind kind) {
        return of(kind).findAny().isPresent();
    }

    Stream<VisitKey> of(Kind kind) {
        return all.stream().filter(key -> key.kind() == kind);
    }
}
