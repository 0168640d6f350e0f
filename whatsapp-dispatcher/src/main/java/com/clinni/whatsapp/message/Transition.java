package com.clinni.whatsapp.message;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.platform.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transition of a message that has just been made. */
public record Transition(
        UUID reminderId,
        int generation,
        DeliveryState state,
        Instant at,
        @Nullable Cause cause,
        @Nullable String detail,
        boolean possibleDuplicate,
        int sequence,
        int attempts,
        String appointmentId,
        long appointmentVersion,
        String clinicId) {

    public static Transition read(Row row) throws SQLException {
        return new Transition(
                row.uuid("reminder_id"),
                row.integer("generation"),
                row.constant("state", DeliveryState.class),
                row.instant("changed_at"),
                row.constant("cause", Cause.class),
                row.text("detail"),
                row.flag("possible_duplicate"),
                row.integer("sequence"),
                row.integer("attempts"),
                row.text("appointment_id"),
                row.number("appointment_version"),
                row.text("clinic_id"));
    }

    public DeliveryReported report() {
        return new DeliveryReported(
                reminderId,
                appointmentId,
                appointmentVersion,
                clinicId,
                generation,
                sequence,
                at,
                state,
                Channel.WHATSAPP,
                attempts,
                cause,
                detail,
                possibleDuplicate);
    }
}
