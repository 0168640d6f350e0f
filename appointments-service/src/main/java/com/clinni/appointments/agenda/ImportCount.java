package com.clinni.appointments.agenda;

import com.clinni.appointments.agenda.AgendaLine.Broken;
import com.clinni.appointments.agenda.AgendaLine.Visit;
import com.clinni.appointments.agenda.ImportReport.LineFault;
import com.clinni.appointments.appointment.ChangeOutcome;
import java.util.List;
import java.util.stream.Stream;

/** Adds up what became of a file's lines. */
final class ImportCount {

    private final List<AgendaLine> lines;
    private int booked;
    private int moved;

    ImportCount(List<AgendaLine> lines) {
        this.lines = lines;
    }

    void count(ChangeOutcome outcome) {
        switch (outcome) {
            case ChangeOutcome.Booked ignored -> booked++;
            case ChangeOutcome.Moved ignored -> moved++;
            case ChangeOutcome.Refreshed ignored -> {}
            case ChangeOutcome.Unchanged ignored -> {}
            case ChangeOutcome.Cancelled ignored -> throw notOfAnAgenda(outcome);
            case ChangeOutcome.Stale ignored -> throw notOfAnAgenda(outcome);
            case ChangeOutcome.Refused ignored -> throw notOfAnAgenda(outcome);
        }
    }

    /** Whatever is a visit and neither new nor moved is unchanged, repeated lines included. */
    ImportReport report() {
        var visits = (int) lines.stream().filter(Visit.class::isInstance).count();
        return new ImportReport(
                booked,
                moved,
                visits - booked - moved,
                lines.stream()
                        .filter(Broken.class::isInstance)
                        .map(Broken.class::cast)
                        .map(line -> LineFault.of(line.number(), line.fault()))
                        .toList(),
                lines.stream()
                        .filter(Visit.class::isInstance)
                        .map(Visit.class::cast)
                        .flatMap(ImportCount::warnings)
                        .toList());
    }

    private static Stream<LineFault> warnings(Visit visit) {
        return visit.warnings().stream().map(fault -> LineFault.of(visit.number(), fault));
    }

    private static IllegalStateException notOfAnAgenda(ChangeOutcome outcome) {
        return new IllegalStateException(
                "no line of an agenda ends as " + outcome.getClass().getSimpleName());
    }
}
