package com.clinni.fallback.receipt;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.message.Transition;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.ReadyMessages;
import com.clinni.fallback.policy.WayBack;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.DatabaseException;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Applies what the SMS provider told: on the phone, or never to get there. It ends doubts, never
 * moves a message down, and what fits no message yet waits for a day.
 */
@ApplicationScoped
public class ReceiptLoop {

    private static final Sql MATCHED = Sql.named("receipts/match");
    private static final Sql DELETE = Sql.named("receipts/delete");
    private static final int BATCH = 500;
    private static final String RECEIPT = "RECEIPT";
    private static final Set<DeliveryState> WITH_THE_PROVIDER =
            EnumSet.of(DeliveryState.ACCEPTED, DeliveryState.IN_DOUBT);
    private static final Logger LOG = Logger.getLogger(ReceiptLoop.class);

    private final Database database;
    private final Messages messages;
    private final ReadyMessages ready;
    private final SmsCredit credit;
    private final WayBack wayBack;
    private final Clock clock;

    ReceiptLoop(
            Database database,
            Messages messages,
            ReadyMessages ready,
            SmsCredit credit,
            WayBack wayBack,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.ready = ready;
        this.credit = credit;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    private record MatchedReceipt(long receiptId, SmsReceipt.State said, StoredMessage message) {

        static MatchedReceipt of(Row row) throws SQLException {
            return new MatchedReceipt(
                    row.number("receipt_id"),
                    row.constant("receipt_state", SmsReceipt.State.class),
                    StoredMessage.of(row));
        }
    }

    /** Applies all that fit a message. */
    @ActsForService("apply-sms-receipts")
    @Scheduled(
            identity = "apply-sms-receipts",
            every = "{fallback.poll-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void applyAll() {
        while (QuarkusTransaction.requiringNew().call(this::applyBatch) == BATCH) {
            // a full batch means that more may wait
        }
    }

    private int applyBatch() {
        var matched = database.query(MATCHED, Map.of("limit", BATCH), MatchedReceipt::of);
        var moved = matched.stream().flatMap(each -> applyOne(each).stream()).toList();
        credit.spendAll(moved.stream().map(StoredMessage::id).toList(), RECEIPT);
        database.update(
                DELETE, Map.of("ids", matched.stream().map(MatchedReceipt::receiptId).toList()));
        return matched.size();
    }

    /** One that makes us fail is dropped: it must not hold up the others. */
    private Optional<StoredMessage> applyOne(MatchedReceipt matched) {
        try {
            return switch (matched.said()) {
                case DELIVERED -> delivered(matched.message());
                case FAILED -> failed(matched.message());
            };
        } catch (RuntimeException e) {
            if (DatabaseException.mayPass(e)) {
                throw e;
            }
            LOG.errorf("%s: a receipt is dropped: %s", matched.message(), e.getClass().getName());
            return Optional.empty();
        }
    }

    private Optional<StoredMessage> delivered(StoredMessage message) {
        if (!mayHaveBeenSent(message)) {
            return Optional.empty();
        }
        return messages.move(
                Transition.of(message, DeliveryState.DELIVERED)
                        .billed(credit.held(message.id()))
                        .noting(RECEIPT));
    }

    /** The patient has nothing, and it was paid for: the next channel's turn, or a person's. */
    private Optional<StoredMessage> failed(StoredMessage message) {
        if (message.channel() != Channel.SMS || !WITH_THE_PROVIDER.contains(message.state())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var failures = message.failures().with(Channel.SMS, Cause.SMS_REFUSED);
        var context =
                PolicyContext.of(ready.of(message), Cause.SMS_REFUSED, now)
                        .goingBack(wayBack.isOpenTo(message, now));
        return messages.move(
                Transition.of(message, FallbackPolicy.next(context.after(failures)))
                        .failing(failures)
                        .billed(credit.held(message.id()))
                        .noting(RECEIPT));
    }

    /** In doubt, taken, or tried and thought not to have been taken. Nothing else moves. */
    private static boolean mayHaveBeenSent(StoredMessage message) {
        return message.channel() == Channel.SMS
                && switch (message.state()) {
                    case ACCEPTED, IN_DOUBT -> true;
                    case RECEIVED -> message.attempts() > 0;
                    case NEEDS_ATTENTION -> message.cause() == Cause.DOUBT_UNRESOLVED;
                    default -> false;
                };
    }
}
