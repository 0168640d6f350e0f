package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.appointment.Appointments;
import com.clinni.appointments.appointment.ChangeOutcome;
import com.clinni.appointments.appointment.VisitChange;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PlannedBy;
import com.clinni.events.audit.AuditAction;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Books the lines of one file, all in one transaction or none. Absent lines cancel nothing. A dry
 * run answers the same and stores nothing.
 */
@ApplicationScoped
public class AgendaImport {

    private static final int BATCH = 1_000;

    private final Appointments appointments;
    private final AgendaVisits visits;
    private final KeyedDigest digest;
    private final AccessLog log;

    AgendaImport(
            Appointments appointments, AgendaVisits visits, KeyedDigest digest, AccessLog log) {
        this.appointments = appointments;
        this.visits = visits;
        this.digest = digest;
        this.log = log;
    }

    /** Throws the problem to answer with where the file cannot be taken as a whole. */
    public ImportReport of(byte[] file, Clinic clinic, boolean isDryRun, Instant now) {
        var ids = new AgendaIds(digest, clinic.clinicId());
        var content = AgendaContent.of(file, clinic, ids, now);
        var plans =
                RetryingTransactions.once(
                        () -> {
                            var planned = planned(content, clinic, now);
                            return isDryRun ? foreseen(planned) : applied(planned, clinic, now);
                        });
        return report(content, plans, isDryRun);
    }

    private List<GroupPlan> planned(AgendaContent content, Clinic clinic, Instant now) {
        var known = visits.known(clinic, content.visits(), now);
        var matching = VisitMatching.of(content, known, now);
        var isNew =
                content.groups().stream()
                        .filter(group -> !group.said().isOff())
                        .filter(group -> !group.said().start().isPast(now))
                        .filter(group -> matching.of(group).isEmpty())
                        .toList();
        var newIds = visits.newIds(clinic, isNew, known);
        return new ImportPlan(clinic.clinicId(), content.header(), now)
                .of(
                        content.groups(),
                        matching,
                        new SharedIds(content.groups(), toCome(known, now)),
                        group ->
                                Objects.requireNonNull(newIds.get(group), "a group without an id"));
    }

    private static List<KnownVisit> toCome(Collection<KnownVisit> known, Instant now) {
        return known.stream()
                .filter(visit -> !visit.visit().cancelled())
                .filter(visit -> now.isBefore(visit.startsAt()))
                .toList();
    }

    private static List<GroupPlan> foreseen(List<GroupPlan> plans) {
        return plans.stream()
                .map(
                        plan ->
                                plan.change()
                                        .map(change -> plan.ended(resultOf(plan, change)))
                                        .orElse(plan))
                .toList();
    }

    private static LineResult resultOf(GroupPlan plan, VisitChange change) {
        var visit = plan.visit();
        return LineResult.of(change.on(visit == null ? null : visit.visit()));
    }

    private List<GroupPlan> applied(List<GroupPlan> plans, Clinic clinic, Instant now) {
        visits.renameFormer(clinic, plans);
        var changes = plans.stream().map(GroupPlan::change).flatMap(Optional::stream).toList();
        var outcomes = new ArrayList<ChangeOutcome>();
        for (var from = 0; from < changes.size(); from += BATCH) {
            var batch = changes.subList(from, Math.min(from + BATCH, changes.size()));
            outcomes.addAll(appointments.apply(batch, PlannedBy.AGENDA, now));
        }
        var next = outcomes.iterator();
        var ended =
                plans.stream()
                        .map(
                                plan ->
                                        plan.change().isEmpty()
                                                ? plan
                                                : plan.ended(LineResult.of(next.next())))
                        .toList();
        visits.keep(clinic, ended);
        if (!changes.isEmpty()) {
            log.done(AccessEntry.of(AuditAction.AGENDA_IMPORTED).at(clinic.clinicId()));
        }
        return ended;
    }

    private static ImportReport report(
            AgendaContent content, List<GroupPlan> plans, boolean isDryRun) {
        var count = new ImportCount();
        content.warnings().forEach(warning -> count.warn(content.header().line(), warning));
        content.broken().forEach(count::reject);
        plans.forEach(count::count);
        return count.report(isDryRun, content.continued(), content.columns());
    }
}
