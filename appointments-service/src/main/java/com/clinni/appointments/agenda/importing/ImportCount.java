package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.importing.AgendaLine.Broken;
import com.clinni.appointments.agenda.importing.ImportReport.ColumnsRead;
import com.clinni.appointments.agenda.importing.ImportReport.LineAnswer;
import com.clinni.appointments.agenda.importing.ImportReport.LineFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what became of a file's lines: each line once. */
final class ImportCount {

    private static final int MOST_LISTED = 100;

    private final Map<LineResult, Integer> counts = new EnumMap<>(LineResult.class);
    private final List<LineAnswer> answers = new ArrayList<>();
    private final List<LineFault> rejected = new ArrayList<>();
    private final List<LineFault> warnings = new ArrayList<>();

    void reject(Broken line) {
        answer(line.number(), LineResult.REJECTED, null);
        rejected.add(LineFault.of(line.number(), line.fault()));
    }

    /** The line that counts has the group's result; others repeat it, or are off where it is on. */
    void count(GroupPlan plan) {
        var said = plan.group().said();
        for (var line : plan.group().lines()) {
            var isSuperseded = line.isOff() && !said.isOff();
            var repeated = isSuperseded ? LineResult.SKIPPED : LineResult.UNCHANGED;
            answer(
                    line.number(),
                    line.number() == said.number() ? plan.result() : repeated,
                    plan.appointmentId());
            line.warnings().forEach(warning -> warn(line.number(), warning));
        }
        plan.warnings().forEach(warning -> warn(said.number(), warning));
    }

    void warn(int line, FieldFault warning) {
        warnings.add(LineFault.of(line, warning));
    }

    ImportReport report(boolean dryRun, int continued, ColumnsRead columns) {
        answers.sort(Comparator.comparingInt(LineAnswer::line));
        return new ImportReport(
                dryRun,
                answers.size() + continued,
                count(LineResult.BOOKED),
                count(LineResult.MOVED),
                count(LineResult.CHANGED),
                count(LineResult.CANCELLED),
                count(LineResult.UNCHANGED),
                count(LineResult.SKIPPED),
                count(LineResult.REJECTED),
                continued,
                warnings.size(),
                listed(rejected),
                listed(warnings),
                columns,
                List.copyOf(answers));
    }

    private void answer(int line, LineResult result, @Nullable String appointmentId) {
        counts.merge(result, 1, Integer::sum);
        answers.add(new LineAnswer(line, result, appointmentId));
    }

    private int count(LineResult result) {
        return counts.getOrDefault(result, 0);
    }

    private static List<LineFault> listed(List<LineFault> faults) {
        return faults.stream()
                .sorted(Comparator.comparingInt(LineFault::line))
                .limit(MOST_LISTED)
                .toList();
    }
}
