package com.clinni.fallback.deadletter;

import com.clinni.events.DeliveryState;
import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A person decides not to send a dead letter. Runs in the caller's transaction. */
@ApplicationScoped
class Discards {

    private final Messages messages;
    private final DeadLetterList letters;
    private final SmsCredit credit;
    private final AccessLog audit;

    Discards(Messages messages, DeadLetterList letters, SmsCredit credit, AccessLog audit) {
        this.messages = messages;
        this.letters = letters;
        this.credit = credit;
        this.audit = audit;
    }

    /** Twice is once. An SMS that was in doubt counts as spent: nobody will look any more. */
    void discard(UUID id, String reason) {
        if (!messages.close(List.of(id), DeliveryState.DISCARDED).isEmpty()) {
            credit.spend(id, "DOUBT_CLOSED");
            audit.done(
                    AccessEntry.of(AuditAction.DEAD_LETTER_DISCARDED)
                            .at(letters.findById(id).clinicId)
                            .about(id.toString())
                            .because(reason));
            return;
        }
        var letter = letters.findById(id);
        if (letter == null || letter.diedOf == null) {
            throw Problem.of(404, "NOT_FOUND", null, "There is no such dead letter.");
        }
        if (letter.state != DeliveryState.DISCARDED) {
            throw Problem.of(
                    409,
                    "NOT_NEEDING_ATTENTION",
                    null,
                    "Only what needs attention can be discarded.");
        }
    }
}
