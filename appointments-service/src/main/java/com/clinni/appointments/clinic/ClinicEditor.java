package com.clinni.appointments.clinic;

import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.access.Role;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.http.IfMatch;
import com.clinni.platform.http.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Saves clinics as requests say them, all settings or some. What somebody else saved meanwhile is
 * not overwritten unseen: the request is judged again, against that.
 */
@ApplicationScoped
class ClinicEditor {

    private final Clinics clinics;
    private final ClinicJson json;
    private final AccessLog log;
    private final Event<ClinicSaved> committed;

    ClinicEditor(Clinics clinics, ClinicJson json, AccessLog log, Event<ClinicSaved> committed) {
        this.clinics = clinics;
        this.json = json;
        this.log = log;
        this.committed = committed;
    }

    /** A clinic after a request, and what whoever asked should know. */
    record Saved(VersionedClinic clinic, boolean isNew, List<FieldWarning> warnings) {}

    Optional<VersionedClinic> current(String clinicId) {
        return RetryingTransactions.once(() -> clinics.versioned(clinicId));
    }

    /** All settings: what is left out has its default. */
    Saved replace(String clinicId, ObjectNode said, IfMatch expected)
            throws JsonProcessingException {
        var after = checked(clinicId, json.body(said));
        while (true) {
            var before = current(clinicId);
            checkAccount(
                    before.map(was -> was.clinic().account()).orElse(ClinicAccount.BASIC), after);
            var saved = save(after, before.map(VersionedClinic::version).orElse(0L), expected);
            if (saved.isPresent()) {
                var warnings = new ArrayList<>(ClinicReading.warnings(after));
                before.ifPresent(was -> warnings.addAll(json.resets(said, was.clinic(), after)));
                return new Saved(saved.get(), before.isEmpty(), warnings);
            }
        }
    }

    /** Some settings: what the patch does not name stays. */
    Saved change(String clinicId, ObjectNode patch, IfMatch expected)
            throws JsonProcessingException {
        while (true) {
            var before =
                    current(clinicId).orElseThrow(() -> Problem.of(404, "UNKNOWN_CLINIC", null));
            expected.check(before.version());
            var after = checked(clinicId, json.body(json.patched(before.clinic(), patch)));
            checkAccount(before.clinic().account(), after);
            var saved = save(after, before.version(), expected);
            if (saved.isPresent()) {
                return new Saved(saved.get(), false, ClinicReading.warnings(after));
            }
        }
    }

    private static Clinic checked(String clinicId, ClinicBody body) {
        var fault = ClinicReading.fault(clinicId, body);
        if (fault.isPresent()) {
            throw fault.get().problem();
        }
        return ClinicReading.clinic(clinicId, body);
    }

    /** A clinic does not change by itself what it pays for. */
    private static void checkAccount(ClinicAccount before, Clinic after) {
        if (after.account() != before) {
            CurrentCaller.require(Role.RESPONSABLE, "account");
        }
    }

    /** Empty when somebody else saved it after that version was read. */
    private Optional<VersionedClinic> save(Clinic clinic, long version, IfMatch expected) {
        expected.check(version);
        var saved = RetryingTransactions.once(() -> recorded(clinic, version));
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        committed.fire(new ClinicSaved(clinic.clinicId()));
        return Optional.of(new VersionedClinic(clinic, saved.getAsLong()));
    }

    private OptionalLong recorded(Clinic clinic, long version) {
        var saved = clinics.save(clinic, version);
        if (saved.isPresent() && saved.getAsLong() != version) {
            log.done(AccessEntry.of(AuditAction.CLINIC_SAVED).at(clinic.clinicId()));
        }
        return saved;
    }
}
