package com.clinni.appointments.agenda;

import com.clinni.appointments.agenda.ImportReport.LineFault;
import com.clinni.appointments.agenda.Line.Broken;
import com.clinni.appointments.agenda.Line.Visit;
import com.clinni.appointments.appointment.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** Adds up what became of a file's lines. */
final class Tally {

    private final List<Line> lines;
    private int booked;
    private int moved;

    Tally(List<Line> lines) {
        this.lines = lines;
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Booked ignored -> booked++;
            case Outcome.Moved ignored -> moved++;
            case Outcome.Refreshed ignored -> {}
            case Outcome.Unchanged ignored -> {}
            case Outcome.Cancelled ignored -> throw notOfAnAgenda(outcome);
            case Outcome.Stale ignored -> throw notOfAnAgenda(outcome);
            case Outcome.Refused ignored -> throw notOfAnAgenda(outcome);
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
                        .flatMap(Tally::warnings)
                        .toList());
    }

    private static Stream<LineFault> warnings(Visit visit) {
        return visit.warnings().stream().map(fault -> LineFault.of(visit.number(), fault));
    }

    private static IllegalStateException notOfAnAgenda(Outcome outcome) {
        return new IllegalStateException(
                "no line of an agenda ends as " + outcome.getClass().getSimpleName());
    }
}
