package com.clinni.appointments.clinic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The clinics. */
@ApplicationScoped
public class Clinics implements PanacheRepositoryBase<ClinicRow, String> {

    private final Event<ClinicChanged> changed;

    Clinics(Event<ClinicChanged> changed) {
        this.changed = changed;
    }

    public Optional<Clinic> named(String clinicId) {
        return findByIdOptional(clinicId).map(ClinicRow::clinic);
    }

    /**
     * These clinics as they are, and as they stay until the transaction ends: a change of rules
     * waits, so that no visit is planned by rules that were already replaced.
     */
    public Map<String, Clinic> held(Collection<String> clinicIds) {
        return find("clinicId in ?1 order by clinicId", clinicIds)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .stream()
                .map(ClinicRow::clinic)
                .collect(Collectors.toMap(Clinic::clinicId, clinic -> clinic));
    }

    Optional<VersionedClinic> versioned(String clinicId) {
        return findByIdOptional(clinicId)
                .map(row -> new VersionedClinic(row.clinic(), row.profileVersion));
    }

    /**
     * Saves a clinic in place of the version that is expected.
     *
     * @param expected 0 when it is not there yet
     * @return its version; empty when another one than was expected is there
     */
    OptionalLong save(Clinic clinic, long expected) {
        var row = findById(clinic.clinicId(), LockModeType.PESSIMISTIC_WRITE);
        if ((row == null ? 0 : row.profileVersion) != expected) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(row == null ? insert(clinic) : update(row, clinic));
    }

    private long insert(Clinic clinic) {
        var row = new ClinicRow();
        row.clinicId = clinic.clinicId();
        row.become(clinic);
        persistAndFlush(row);
        return row.profileVersion;
    }

    private long update(ClinicRow row, Clinic clinic) {
        var before = row.clinic();
        if (!clinic.equals(before)) {
            row.become(clinic);
            flush();
            if (!clinic.plansLike(before)) {
                changed.fire(new ClinicChanged(clinic.clinicId()));
            }
        }
        return row.profileVersion;
    }
}
