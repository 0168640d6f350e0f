package com.clinni.fallback.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The subject of a record, as far as it could be read. */
public record RecordSubject(
        @Nullable UUID reminderId,
        @Nullable String appointmentId,
        long appointmentVersion,
        @Nullable String clinicId,
        int generation) {}
