package com.clinni.testbed.demo;

import com.clinni.testbed.demo.DeliveryCheck.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table at the end, and whether the demo may be called a success. */
final class DemoReport {

    private static final String ROW = "%-28s %6s %7s %6s %4s %9s %7s %9s %7s %5s %8s %9s%n";

    private static final List<String> COUNTS =
            List.of(
                    "booked",
                    "moved",
                    "changed",
                    "cancelled",
                    "unchanged",
                    "skipped",
                    "rejectedLines",
                    "continued");

    private static final String REPEATED =
            " e-mails came again under the same Message-ID, flagged on the timeline";

    private final PrintStream out;
    private boolean good = true;

    DemoReport(PrintStream out) {
        this.out = out;
    }

    void header() {
        out.println();
        out.printf(
                ROW,
                "clinic",
                "lines",
                "booked",
                "again",
                "off",
                "rejected",
                "warned",
                "WhatsApp",
                "e-mail",
                "SMS",
                "nothing",
                "in doubt");
    }

    void clinic(DemoClinic clinic, JsonNode imported, StateCounts tally) {
        out.printf(
                ROW,
                clinic.name(),
                imported.path("lines"),
                tally.booked(),
                imported.path("unchanged"),
                imported.path("skipped"),
                imported.path("rejectedLines"),
                imported.path("warningCount"),
                tally.whatsapp(),
                tally.email(),
                tally.sms(),
                tally.nothingByChoice(),
                tally.inDoubt() + tally.doubtClosed());
        causes("rejected", imported.path("rejected"));
        causes("warned", imported.path("warnings"));
    }

    private void causes(String what, JsonNode lines) {
        if (!lines.isEmpty()) {
            var counts = new TreeMap<String, Integer>();
            lines.forEach(line -> counts.merge(line.path("code").asText(), 1, Integer::sum));
            out.println(
                    counts.entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", ", "    " + what + ": ", "")));
        }
    }

    /** Weighs the import's counts against the file's lines: each was counted, and once. */
    void weighImport(DemoClinic clinic, int lines, JsonNode imported) {
        var sum = COUNTS.stream().mapToInt(count -> imported.path(count).asInt()).sum();
        complainIf(clinic, sum != lines, sum + " lines of " + lines + " are accounted for");
    }

    /** Weighs the books of the system against the agenda and against what patients saw. */
    void weigh(DemoClinic clinic, int visits, StateCounts tally, Verdict saw) {
        complainIf(clinic, tally.booked() != visits, "booked " + tally.booked() + " of " + visits);
        complainIf(clinic, tally.underWay() + tally.inDoubt() > 0, "some still under way");
        complainIf(clinic, tally.undelivered() > 0, tally.undelivered() + " undelivered");
        var mayBeSilent = tally.nothingByChoice() + tally.doubtClosed();
        complainIf(clinic, saw.silent() > mayBeSilent, (saw.silent() - mayBeSilent) + " lost");
        complainIf(clinic, saw.doubled() > 0, saw.doubled() + " doubled");
        if (saw.repeated() > 0) {
            out.println("note   " + clinic.name() + ": " + saw.repeated() + REPEATED);
        }
        complainIf(clinic, saw.late() > 0, saw.late() + " late");
        complainIf(clinic, saw.unexpected() > 0, saw.unexpected() + " to nobody in the agenda");
    }

    private void complainIf(DemoClinic clinic, boolean wrong, String complaint) {
        if (wrong) {
            good = false;
            out.println("WRONG  " + clinic.name() + ": " + complaint);
        }
    }

    boolean conclude(List<StateCounts> tallies) {
        var all = tallies.stream().reduce(StateCounts::plus).orElseThrow();
        out.println();
        out.println(
                good
                        ? "All %d reminders are accounted for: none lost, none doubled, none late."
                                .formatted(all.booked())
                        : "Something went wrong; the log files in the data directory tell more.");
        return good;
    }
}
