package com.clinni.appointments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The parts of the report as RFC 4180 has tables. Their cells are words of closed lists, times and
 * numbers: none can be a formula.
 */
enum ReportCsv {
    /** The counts. */
    LINES(
            "month",
            "channel",
            "state",
            "stateText",
            "reminders",
            "possibleDuplicates",
            "metOutage",
            "cost",
            "currency",
            "segments") {
        @Override
        void print(MonthReport report, CSVPrinter csv) throws IOException {
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
                        line.cost() == null ? null : report.cost().currency(),
                        line.segments());
            }
        }
    },
    /** The outages met; one that lasts has no end. */
    OUTAGES("month", "beganAt", "endedAt", "cause", "minutes") {
        @Override
        void print(MonthReport report, CSVPrinter csv) throws IOException {
            for (var outage : report.outages()) {
                csv.printRecord(
                        report.month(),
                        outage.beganAt(),
                        outage.endedAt(),
                        outage.cause(),
                        outage.minutes());
            }
        }
    };

    private final CSVFormat format;

    ReportCsv(String... header) {
        format = CSVFormat.RFC4180.builder().setHeader(header).get();
    }

    abstract void print(MonthReport report, CSVPrinter csv) throws IOException;

    String of(MonthReport report) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, format)) {
            print(report, csv);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }
}
