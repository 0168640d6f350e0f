package com.clinni.appointments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report as RFC 4180 has it. Its cells are words of closed lists and numbers: none can be a
 * formula.
 */
final class ReportCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "month",
                            "channel",
                            "state",
                            "stateText",
                            "reminders",
                            "possibleDuplicates",
                            "metOutage",
                            "cost",
                            "currency")
                    .get();

    private ReportCsv() {}

    static String of(MonthReport report) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (var line : report.lines()) {
                csv.printRecord(
                        report.month(),
                        line.channel(),
                        line.state(),
                        line.stateText(),
                        line.reminders(),
                        line.possibleDuplicates(),
                        line.metOutage(),
                        line.cost() == null ? null : line.cost().toPlainString(),
                        line.cost() == null ? null : report.cost().currency());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }
}
