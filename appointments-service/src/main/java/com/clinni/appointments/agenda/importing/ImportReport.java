package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.agenda.fault.AgendaFault;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of importing a file, with the faults of its lines: codes, fields and words, never
 * values. Its counts from {@code booked} to {@code continued} add up to {@code lines}.
 */
@Schema(name = "ImportReport")
public record ImportReport(
        @Schema(description = "Nothing was stored: this is what would happen") boolean dryRun,
        @Schema(description = "Lines below the header that say anything") int lines,
        int booked,
        @Schema(description = "To another start") int moved,
        @Schema(description = "Other details, the same start") int changed,
        int cancelled,
        @Schema(description = "Known already just so, lines that repeat another one included")
                int unchanged,
        @Schema(description = "Rightly not booked: off and not known, or begun already")
                int skipped,
        @Schema(description = "Lines that are not taken") int rejectedLines,
        @Schema(description = "Lines that a quoted value of the line before takes") int continued,
        @Schema(description = "Warnings in all; at most 100 are listed") int warningCount,
        @Schema(description = "The first 100 lines that are not taken, and why")
                List<LineFault> rejected,
        @Schema(description = "The first 100 warnings: worth a look") List<LineFault> warnings,
        ColumnsRead columns,
        @Schema(description = "What became of each line, in the file's order")
                List<LineAnswer> results) {

    /**
     * A fault of a line; the file's first line is 1.
     *
     * @param es what is wrong and what to do, in Spanish
     * @param en the same in English
     */
    @Schema(name = "AgendaLineFault")
    public record LineFault(int line, String code, @Nullable String field, String es, String en) {

        static LineFault of(int line, FieldFault fault) {
            var words = AgendaFault.ofLine(fault.code());
            return new LineFault(line, fault.code(), fault.field(), words.es(), words.en());
        }
    }

    /**
     * The columns of the file.
     *
     * @param line where the header stands
     * @param titleLines lines above it that were passed over
     * @param ignored headers that nobody reads
     */
    @Schema(name = "AgendaColumnsRead")
    public record ColumnsRead(
            int line,
            List<Integer> titleLines,
            List<ColumnRead> recognised,
            List<String> ignored) {}

    /**
     * A header and what it was taken for.
     *
     * @param column as faults call it
     */
    @Schema(name = "AgendaColumnRead")
    public record ColumnRead(String header, String column) {}

    /**
     * The result of one line.
     *
     * @param appointmentId the visit that it speaks of, where there is one
     */
    @Schema(name = "AgendaLineAnswer")
    public record LineAnswer(int line, LineResult result, @Nullable String appointmentId) {}
}
