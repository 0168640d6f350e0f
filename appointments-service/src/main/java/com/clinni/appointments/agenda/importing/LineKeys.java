package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.AgendaLine.Former;
import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import com.clinni.appointments.agenda.value.ComparedText;
import com.clinni.appointments.agenda.value.PatientAddresses;
import com.clinni.appointments.agenda.value.PatientName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The keys of a line. Several, so that a file with other columns than the last one finds the visits
 * all the same; each with the patient in it, so that an id that comes again with somebody else
 * finds nothing.
 *
 * @param id the file's id of the visit, or empty text
 * @param number the file's number of the patient, or empty text
 * @param code what version 0.1 took for an id too, or empty text
 */
record LineKeys(
        AgendaIds ids,
        String id,
        String number,
        String code,
        PatientName name,
        PatientAddresses addresses,
        LocalDate day,
        Instant start) {

    /** The file's id first, for it is the visit's own; else who comes, and when. */
    VisitKeys all() {
        var keys = new ArrayList<VisitKey>();
        if (!id.isEmpty()) {
            keys.add(new VisitKey(Kind.ID, ids.visit(plainId()).id()));
            if (!number.isEmpty()) {
                keys.add(
                        new VisitKey(
                                Kind.ID_AND_NUMBER, ids.visitOfNumber(plainId(), plainNumber())));
            }
            keys.add(new VisitKey(Kind.ID_AND_NAME, ids.visitOfName(plainId(), name.plain())));
            keys.add(new VisitKey(Kind.FORMER_ID, ids.visit(id).former()));
        }
        if (!number.isEmpty()) {
            keys.add(new VisitKey(Kind.DAY_AND_NUMBER, ids.day(plainNumber(), day)));
        }
        addresses.mobile().ifPresent(mobile -> keys.add(day(Kind.DAY_AND_PHONE, mobile)));
        addresses.usableEmail().ifPresent(email -> keys.add(day(Kind.DAY_AND_EMAIL, email)));
        keys.add(new VisitKey(Kind.HOUR_AND_NAME, ids.hour(name.plain(), start)));
        keys.add(new VisitKey(Kind.FORMER_DAY, AgendaIds.dayOf(patient(), day)));
        return VisitKeys.of(keys);
    }

    /** The key that a new visit has its id from. */
    static UUID own(VisitKeys keys) {
        return keys.all().stream()
                .filter(key -> key.kind() != Kind.ID)
                .map(VisitKey::key)
                .findFirst()
                .orElseThrow();
    }

    /** The patient of a new visit. */
    String patient() {
        return (number.isEmpty()
                        ? ids.patient(name.plain(), usable()).id()
                        : ids.patient(plainNumber()))
                .toString();
    }

    /** The keys and ids under which version 0.1 booked this visit. */
    Former former() {
        var written = ComparedText.of(name.written());
        var keys = new ArrayList<UUID>();
        keys.add(ids.day(written, usable(), day).former());
        Stream.of(id, code)
                .filter(each -> !each.isEmpty())
                .forEach(each -> keys.add(ids.visit(each).former()));
        return new Former(ids.patient(written, usable()).former().toString(), keys);
    }

    private VisitKey day(Kind kind, String address) {
        return new VisitKey(kind, ids.day(name.plain(), address, day).id());
    }

    private String usable() {
        return addresses.usable().orElse("");
    }

    private String plainId() {
        return ComparedText.of(id);
    }

    private String plainNumber() {
        return ComparedText.of(number);
    }

    @Override
    public String toString() {
        return "LineKeys[…]";
    }
}
