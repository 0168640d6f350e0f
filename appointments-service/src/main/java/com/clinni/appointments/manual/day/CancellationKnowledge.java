package com.clinni.appointments.manual.day;

import com.clinni.appointments.manual.PageMessages;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.platform.database.Row;
import java.sql.SQLException;

/** The knowledge that a patient has of a cancelled visit, by what we sent. */
enum CancellationKnowledge {
    KNOWS,
    MAY_KNOW,
    BEING_TOLD,
    /** A person of the clinic should call. */
    NOT_TOLD;

    static CancellationKnowledge of(Row row) throws SQLException {
        var told = row.constant("cancellation", PublicState.class);
        if (told == null) {
            return row.flag("is_decided_later") ? BEING_TOLD : NOT_TOLD;
        }
        return switch (told) {
            case SENT, DELIVERED, READ, SENT_BY_HAND -> KNOWS;
            case DOUBT_CLOSED -> MAY_KNOW;
            case SCHEDULED, QUEUED, RETRYING, SENDING, IN_DOUBT, FALLBACK -> BEING_TOLD;
            case SKIPPED, EXPIRED, CANCELLED, NOT_DELIVERED, DISCARDED -> NOT_TOLD;
        };
    }

    String text(PageMessages words) {
        return switch (this) {
            case KNOWS -> words.knowsOfCancellation();
            case MAY_KNOW -> words.mayKnowOfCancellation();
            case BEING_TOLD -> words.isToldOfCancellation();
            case NOT_TOLD -> words.doesNotKnowOfCancellation();
        };
    }
}
