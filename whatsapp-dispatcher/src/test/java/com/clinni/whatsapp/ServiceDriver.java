package com.clinni.whatsapp;

import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.EventReader;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.ReminderWithdrawn;
import com.clinni.events.Topics;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.Publication;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.whatsapp.doubt.DoubtSteps;
import com.clinni.whatsapp.intake.IntakeSteps;
import com.clinni.whatsapp.line.Lines;
import com.clinni.whatsapp.message.RecordKey;
import com.clinni.whatsapp.prepare.PrepareSteps;
import com.clinni.whatsapp.reply.ReplySteps;
import com.clinni.whatsapp.send.SendSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** Where a test plays: events come in, loops run once, and what stands in the tables is read. */
@ApplicationScoped
public class ServiceDriver {

    public static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");
    private static final String SOURCE = "/clinni/reminder-service";

    /** What the outbox holds. */
    public record Sent(Publication publication) {

        public String header(String name) {
            return CloudEventHeaders.text(publication.headers(), name).orElse(null);
        }
    }

    private final EventReader<DeliveryReported> reports =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);
    private final Tables tables;
    private final MutableClock clock;
    private final IntakeSteps intake;
    private final PrepareSteps prepare;
    private final SendSteps send;
    private final DoubtSteps doubt;
    private final ReplySteps replies;
    private final Lines lines;
    private final AtomicInteger used = new AtomicInteger(1);
    private long offset;

    ServiceDriver(
            Tables tables,
            MutableClock clock,
            IntakeSteps intake,
            PrepareSteps prepare,
            SendSteps send,
            DoubtSteps doubt,
            ReplySteps replies,
            Lines lines) {
        this.tables = tables;
        this.clock = clock;
        this.intake = intake;
        this.prepare = prepare;
        this.send = send;
        this.doubt = doubt;
        this.replies = replies;
        this.lines = lines;
    }

    /** An empty service at noon, with every line able. */
    public void begin() {
        clock.set(NOON);
        tables.empty();
        lines.all().forEach(line -> line.letThrough());
    }

    public void arrives(TestMessage... ready) {
        for (var one : ready) {
            arrives(one, 1);
        }
    }

    public void arrives(TestMessage ready, int generation) {
        arrives(record(Publication.of(ready.message(), SOURCE, clock.instant(), generation)));
    }

    /** A record as it came, whatever it is. */
    public void arrives(ConsumerRecord<String, byte[]> record) {
        intake.receive(batch(List.of(record)));
    }

    public void arrivesInOneBatch(List<ConsumerRecord<String, byte[]>> records) {
        intake.receive(batch(records));
    }

    public ConsumerRecord<String, byte[]> record(TestMessage ready) {
        return record(Publication.of(ready.message(), SOURCE, clock.instant()));
    }

    public void withdrawn(UUID reminderId) {
        var event =
                new ReminderWithdrawn(
                        reminderId,
                        "visit-" + reminderId,
                        2,
                        "clinic-1",
                        ReminderWithdrawn.Reason.MOVED,
                        clock.instant());
        intake.withdraw(batch(List.of(record(Publication.of(event, SOURCE, clock.instant())))));
    }

    /** Prepares and dispatches once. */
    public void round() throws InterruptedException, ExecutionException {
        prepare.prepare();
        send.dispatch();
    }

    /** Sends what is to be answered. */
    public void reply() throws InterruptedException {
        replies.reply();
    }

    /** Takes out of the queue what must wait no longer. */
    public void handOver() {
        send.handOver();
    }

    /** Looks into what is in doubt. */
    public void reconcile() throws InterruptedException {
        doubt.reconcile();
    }

    public void doubtStaleIntents() {
        doubt.doubtStaleIntents();
    }

    public void prepare() throws InterruptedException, ExecutionException {
        prepare.prepare();
    }

    public void dispatch() throws InterruptedException {
        send.dispatch();
    }

    public DeliveryState stateOf(TestMessage ready) {
        return DeliveryState.valueOf(
                one("SELECT state FROM message WHERE reminder_id = ?", ready.id()));
    }

    public String one(String sql, Object... values) {
        return tables.read(sql, result -> result.getString(1), values).getFirst();
    }

    /** The reported states of a message, in order. */
    public List<DeliveryState> reportedOf(TestMessage ready) {
        return reportsOf(ready).stream().map(DeliveryReported::state).toList();
    }

    public List<DeliveryReported> reportsOf(TestMessage ready) {
        return outbox().stream()
                .filter(sent -> sent.publication().topic().equals(Topics.DELIVERY_REPORTED))
                .map(this::report)
                .filter(report -> report.reminderId().equals(ready.id()))
                .toList();
    }

    public List<Sent> deadLetters() {
        return outbox().stream()
                .filter(sent -> sent.publication().topic().endsWith(".dead-letter"))
                .toList();
    }

    public List<Sent> outbox() {
        return tables.read(
                "SELECT topic, record_key, record_headers, record_value FROM outbox ORDER BY id",
                result ->
                        new Sent(
                                new Publication(
                                        result.getString(1),
                                        RecordKey.text(result.getBytes(2)),
                                        StoredHeaders.unpack(result.getBytes(3)),
                                        result.getBytes(4))));
    }

    /** A number nobody used before, whose messages go out over that line. */
    public String phoneOn(String line) {
        return Stream.generate(() -> "+34600%06d".formatted(used.getAndIncrement()))
                .filter(phone -> lines.lineFor(phone).equals(line))
                .findFirst()
                .orElseThrow();
    }

    public int update(String sql, Object... values) {
        return tables.update(sql, values);
    }

    public ConsumerRecord<String, byte[]> record(Publication p) {
        return new ConsumerRecord<>(
                p.topic(),
                3,
                offset++,
                clock.millis(),
                TimestampType.CREATE_TIME,
                0,
                p.value() == null ? 0 : p.value().length,
                p.key(),
                p.value(),
                p.headers(),
                java.util.Optional.empty());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private DeliveryReported report(Sent sent) {
        return switch (reports.read(sent.publication().headers(), sent.publication().value())) {
            case Read<DeliveryReported>(var report) -> report;
            case Rejected<DeliveryReported>(var cause, _) ->
                    throw new IllegalStateException("a report is " + cause);
        };
    }

    private static ConsumerRecords<String, byte[]> batch(
            List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(
                Map.of(
                        new TopicPartition(
                                records.getFirst().topic(), records.getFirst().partition()),
                        records),
                Map.of());
    }
}
