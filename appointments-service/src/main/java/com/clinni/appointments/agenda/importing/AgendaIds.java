package com.clinni.appointments.agenda.importing;

import com.clinni.events.NameBasedUuid;
import com.clinni.events.digest.KeyedDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * The ids of one clinic's visits and patients that are derived from what its agenda says of them.
 * They are keyed, so that nobody can find out from an id, which stands in logs and in keys of
 * records, whether a guessed name and number belong to it. Beside each stands the id that version
 * 0.1 derived without a key: visits that were booked under it are found until they are past.
 */
record AgendaIds(KeyedDigest digest, String clinicId) {

    private static final UUID VISITS = UUID.fromString("c6a1f3d5-7e7b-4b52-93f4-2b8f7a6d1e03");
    private static final UUID AGENDAS = UUID.fromString("0f7a3c1e-52d4-4f39-8a55-1d0c7b7e9a20");
    private static final UUID PATIENTS = UUID.fromString("8b1f64f2-6c1b-4f0d-9d0e-63f1f2a0c7e4");

    /**
     * A derived id.
     *
     * @param former what version 0.1 derived from the same
     */
    record Derived(UUID id, UUID former) {}

    /** A patient who is known by a name and a usable address: two may share a name. */
    Derived patient(String name, String address) {
        return new Derived(
                digest.of("agenda-patient", clinicId, name, anyCase(address)),
                NameBasedUuid.of(PATIENTS, clinicId + "/" + name + "/" + address));
    }

    /** The visits of such a patient on one day. */
    Derived day(String name, String address, LocalDate date) {
        return new Derived(
                digest.of("agenda-day", clinicId, name, anyCase(address), date.toString()),
                NameBasedUuid.of(AGENDAS, clinicId + "/" + name + "/" + address + "/" + date));
    }

    /** The visit that the file itself gives this id. */
    Derived visit(String ownId) {
        return new Derived(
                digest.of("agenda-visit", clinicId, ownId),
                NameBasedUuid.of(AGENDAS, clinicId + "/id/" + ownId));
    }

    /** A patient whom the file itself gives this number. */
    UUID patient(String ownNumber) {
        return digest.of("agenda-patient-number", clinicId, ownNumber);
    }

    /** The visits of such a patient on one day. */
    UUID day(String ownNumber, LocalDate date) {
        return digest.of("agenda-number-day", clinicId, ownNumber, date.toString());
    }

    /** The visit of a patient of this name at this hour. */
    UUID hour(String name, Instant start) {
        return digest.of("agenda-name-hour", clinicId, name, start.toString());
    }

    /** The visit that the file gives this id, of a patient whom it gives this number. */
    UUID visitOfNumber(String ownId, String ownNumber) {
        return digest.of("agenda-visit-number", clinicId, ownId, ownNumber);
    }

    /** The visit that the file gives this id, of a patient of this name. */
    UUID visitOfName(String ownId, String name) {
        return digest.of("agenda-visit-name", clinicId, ownId, name);
    }

    /** The n-th visit that is new under a key. */
    static String appointment(UUID key, int n) {
        return NameBasedUuid.of(VISITS, key + "/" + n).toString();
    }

    /** A patient's day, for visits that have no keys of their own yet. */
    static UUID dayOf(String patientId, LocalDate date) {
        return NameBasedUuid.of(VISITS, patientId + "/" + date);
    }

    private static String anyCase(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
