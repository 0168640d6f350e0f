package com.clinni.appointments.agenda;

import com.clinni.appointments.FieldFault;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of importing a file, with the faults of its lines: codes and fields, never values. */
@Schema(name = "ImportReport")
record ImportReport(
        int booked, int moved, int unchanged, List<LineFault> rejected, List<LineFault> warnings) {

    /** The header is line 1. */
    record LineFault(int line, String code, @Nullable String field) {

        static LineFault of(int line, FieldFault fault) {
            return new LineFault(line, fault.code(), fault.field());
        }
    }
}
