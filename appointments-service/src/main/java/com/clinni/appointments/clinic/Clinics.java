package com.clinni.appointments.clinic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

    /** Whether the clinic is new. */
    boolean save(Clinic clinic) {
        var row = findById(clinic.clinicId(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new ClinicRow();
            row.clinicId = clinic.clinicId();
            row.become(clinic);
            persistAndFlush(row);
            return true;
        }
        var before = row.clinic();
        if (clinic.equals(before)) {
            return false;
        }
        row.become(clinic);
        flush();
        if (!clinic.plansLike(before)) {
            changed.fire(new ClinicChanged(clinic.clinicId()));
        }
        return false;
    }
}
