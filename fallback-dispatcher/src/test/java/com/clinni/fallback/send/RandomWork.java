package com.clinni.fallback.send;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.bounce.Bounces;
import com.clinni.fallback.credit.SmsCredit;
import com.clinni.fallback.doubt.DoubtLoop;
import com.clinni.fallback.doubt.StaleIntents;
import com.clinni.fallback.handback.HandBackLoop;
import com.clinni.fallback.message.Messages;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.receipt.ReceiptLoop;
import com.clinni.fallback.receipt.SmsReceipts;
import com.clinni.fallback.sms.SmsSender;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.fallback.withdrawal.ExpiryLoop;
import com.clinni.fallback.withdrawal.WithdrawalListener;
import com.clinni.platform.database.DatabaseException;
import com.clinni.testbed.simulator.channel.Mode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Whatever may happen to messages in this service, one thing at a time, chosen by chance. */
@ApplicationScoped
class RandomWork {

    private static final String LEASES_RUN_OUT =
            "UPDATE message SET lease_until = clock_timestamp() WHERE id IN (SELECT id FROM message"
                    + " WHERE state = 'SENDING' FOR UPDATE SKIP LOCKED)";
    private static final Duration PAST_EVERY_DOUBT = Duration.ofMinutes(11);
    private static final Duration PAST_EVERY_SEND_BEFORE = Duration.ofHours(2);
    private static final Duration PAST_EVERY_VISIT = Duration.ofDays(1);
    private static final int MOST_TURNS = 20;
    @Inject MutableClock clock;
    @Inject RandomArrivals arrivals;
    @Inject Messages messages;
    @Inject Claims claims;
    @Inject Settlement settlement;
    @Inject StaleIntents staleIntents;
    @Inject DoubtLoop doubts;
    @Inject ExpiryLoop expiry;
    @Inject HandBackLoop handBack;
    @Inject SmsSender sms;
    @Inject SmsCredit credit;
    @Inject SmsReceipts receipts;
    @Inject ReceiptLoop receiptLoop;
    @Inject Bounces bounces;
    @Inject WithdrawalListener withdrawals;

    private final Queue<Intent> held = new ConcurrentLinkedQueue<>();

    /** Looks into the database, beside what the service does. */
    interface Query {
        List<Map<String, Object>> rows(String sql, Object... values);
    }

    /** Changes it, beside what the service does. */
    interface Execute {
        void statement(String sql);
    }

    /** Two who wait for each other's locks are told so, and come again. */
    void doOne(Random random, Query query, Execute execute) {
        try {
            doWhatever(random, query, execute);
        } catch (RuntimeException e) {
            if (DatabaseException.behind(e).filter(DatabaseException::isContention).isEmpty()) {
                throw e;
            }
        }
    }

    private void doWhatever(Random random, Query query, Execute execute) {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> arrivals.arrive(random);
            case 4 -> claim(Channel.EMAIL, random);
            case 5, 6 -> claim(Channel.SMS, random);
            case 7, 8, 9 -> settle(random);
            case 10 -> {
                execute.statement(LEASES_RUN_OUT);
                staleIntents.doubtAll();
            }
            case 11 -> {
                SimulatedProviders.sms().mode(random.nextBoolean() ? Mode.OK : Mode.ERROR_503);
                clock.advance(Duration.ofMinutes(random.nextInt(12)));
                doubts.endAll();
            }
            case 12 -> receipt(random, query);
            case 13 -> bounce(query);
            case 14 -> withdraw(random, query);
            default -> byHandOrByTheClock(random, query, execute);
        }
    }

    /** Nothing new arrives: whatever is on its way comes to an end. */
    void finish(Query query, Execute execute) {
        held.clear();
        SimulatedProviders.sms().mode(Mode.OK);
        for (var turn = 0; turn < MOST_TURNS; turn++) {
            execute.statement(LEASES_RUN_OUT);
            staleIntents.doubtAll();
            clock.advance(PAST_EVERY_DOUBT);
            doubts.endAll();
            receiptLoop.applyAll();
        }
        clock.advance(PAST_EVERY_VISIT);
        expiry.closeAll();
        execute.statement("DELETE FROM withdrawal");
        execute.statement("DELETE FROM opt_out");
    }

    private void claim(Channel channel, Random random) {
        held.addAll(claims.claim(channel, 1 + random.nextInt(3)).intents());
    }

    /** Somebody's intent, perhaps long after its lease. */
    private void settle(Random random) {
        var intent = held.poll();
        if (intent == null) {
            return;
        }
        settlement.settle(intent, outcome(intent, random));
        if (random.nextInt(5) == 0) {
            held.add(intent);
        }
    }

    private SendOutcome outcome(Intent intent, Random random) {
        var isSms = intent.message().channel() == Channel.SMS;
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Accepted("<" + UUID.randomUUID() + "@example.test>");
            case 2 -> new InDoubt("TIME_LIMIT");
            case 3 -> {
                if (isSms) {
                    sms.send(intent.ready(), intent.message().id(), null, call -> true);
                }
                yield new InDoubt("its answer was lost");
            }
            case 4 -> NotSent.forNow(isSms ? Cause.SMS_UNREACHABLE : Cause.MAIL_UNREACHABLE);
            default -> NotSent.forGood(isSms ? Cause.SMS_REFUSED : Cause.EMAIL_REFUSED);
        };
    }

    /** Sometimes about a doubt, sometimes when its visit is over. */
    private void receipt(Random random, Query query) {
        var state = random.nextBoolean() ? SmsReceipt.State.DELIVERED : SmsReceipt.State.FAILED;
        if (random.nextInt(4) == 0) {
            clock.advance(PAST_EVERY_SEND_BEFORE);
        }
        var order = random.nextBoolean() ? "state <> 'IN_DOUBT', random()" : "random()";
        query.rows(
                        "SELECT id FROM message WHERE channel = 'SMS' AND (attempts > 0"
                                + " OR state = 'NEEDS_ATTENTION') ORDER BY "
                                + order
                                + " LIMIT 3")
                .forEach(row -> receipts.take(new SmsReceipt((UUID) row.get("id"), null, state)));
        receiptLoop.applyAll();
    }

    private void bounce(Query query) {
        query.rows(
                        "SELECT reminder_id, generation, provider_id FROM message"
                                + " WHERE channel = 'EMAIL' AND state = 'ACCEPTED'"
                                + " ORDER BY random() LIMIT 3")
                .forEach(
                        row ->
                                bounces.cameBack(
                                        (UUID) row.get("reminder_id"),
                                        (int) row.get("generation"),
                                        (String) row.get("provider_id")));
    }

    private void withdraw(Random random, Query query) {
        var reason =
                random.nextBoolean()
                        ? ReminderWithdrawn.Reason.SENT_BY_HAND
                        : ReminderWithdrawn.Reason.MOVED;
        query.rows(
                        "SELECT reminder_id FROM message WHERE state IN ('RECEIVED', 'IN_DOUBT',"
                                + " 'SENDING', 'NEEDS_ATTENTION') ORDER BY random() LIMIT 1")
                .forEach(
                        row ->
                                hear(
                                        new ReminderWithdrawn(
                                                (UUID) row.get("reminder_id"),
                                                "a-1",
                                                1,
                                                "clinica-a",
                                                reason,
                                                clock.instant())));
    }

    private void hear(ReminderWithdrawn withdrawn) {
        var published = Publication.of(withdrawn, "/clinni/test", clock.instant()).toRecord();
        var record =
                new ConsumerRecord<>(published.topic(), 0, 0, published.key(), published.value());
        published.headers().forEach(header -> record.headers().add(header));
        withdrawals.receive(
                new ConsumerRecords<>(
                        Map.of(new TopicPartition(record.topic(), 0), List.of(record)), Map.of()));
    }

    private void byHandOrByTheClock(Random random, Query query, Execute execute) {
        switch (random.nextInt(5)) {
            case 0 -> close(DeliveryState.DISCARDED, query);
            case 3 -> handBack.handBackAll();
            case 1 -> close(DeliveryState.REPLAYED, query);
            case 2 ->
                    execute.statement(
                            "INSERT INTO opt_out SELECT 'clinni', '+34600' || (100000 +"
                                    + " (random() * 50)::int), true, 1 ON CONFLICT DO NOTHING");
            default -> {
                clock.advance(Duration.ofMinutes(random.nextInt(40)));
                expiry.closeAll();
            }
        }
    }

    private void close(DeliveryState to, Query query) {
        var ids =
                query.rows("SELECT id FROM message ORDER BY random() LIMIT 5").stream()
                        .map(row -> (UUID) row.get("id"))
                        .toList();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            messages.hold(ids);
                            credit.spendAll(messages.close(ids, to), "DOUBT_CLOSED");
                        });
    }
}
