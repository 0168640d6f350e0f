package com.clinni.fallback;

import static org.awaitility.Awaitility.await;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.EventReader;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.fallback.doubt.DoubtLoop;
import com.clinni.fallback.doubt.StaleIntents;
import com.clinni.fallback.message.MessageId;
import com.clinni.fallback.send.FallbackLoop;
import com.clinni.fallback.withdrawal.ExpiryLoop;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.outbox.OutboxRelay;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.sms.SmsAccount.Terms;
import com.clinni.testbed.simulator.sms.SmsSenders;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The service with real Kafka and PostgreSQL, simulated providers, and loops that tests turn. */
@WithTestResource(FaultyDatabase.class)
@WithTestResource(ProviderPorts.class)
public abstract class ServiceTest {

    private static final Caller TEST = Caller.thisService("test");
    private static final long PLENTY = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final EventReader<DeliveryReported> reader =
            new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED);

    @Inject protected MutableClock clock;
    @Inject protected FallbackLoop loop;
    @Inject protected DoubtLoop doubts;
    @Inject protected StaleIntents staleIntents;
    @Inject protected ExpiryLoop worthless;
    @Inject protected OutboxRelay relay;
    @Inject AgroalDataSource database;

    @BeforeEach
    void everything_works_and_nothing_has_happened() {
        FaultyDatabase.cuts().stop();
        FaultyDatabase.database().heal();
        clock.set(MutableClock.START);
        SimulatedProviders.mail().mode(Mode.OK);
        SimulatedProviders.sms().mode(Mode.OK);
        DatabaseAdmin.execute(
                "TRUNCATE message, withdrawal, outbox, sms_credit, sms_reservation,"
                    + " sms_credit_entry, replay, replay_item, access_log, sms_provider,"
                    + " sms_sender, sms_receipt, channel_opt_out, email_opt_out, opt_out, opt_in,"
                    + " forecast, line_outage, replay_progress, erasure");
        execute("INSERT INTO sms_provider DEFAULT VALUES");
        SimulatedProviders.sms().account().behave(Terms.left(PLENTY));
        SimulatedProviders.sms().senders().register(List.of(SmsSenders.CLINNI));
    }

    /** WhatsApp gave the message up; the service has stored it. */
    protected UUID died(MessageReady message, Cause cause) {
        return died(message, cause, 1);
    }

    protected UUID died(MessageReady message, Cause cause, int generation) {
        TestPublisher.publish(TestPublisher.deadLetter(message, cause, generation));
        return stored(MessageId.of(message.reminderId(), "WHATSAPP", generation));
    }

    /** The clinic's own channel is e-mail or SMS; the service has stored the message. */
    protected UUID ready(MessageReady message) {
        TestPublisher.publish(message);
        return stored(MessageId.of(message.reminderId(), "DIRECT", 1));
    }

    protected UUID stored(UUID id) {
        await().atMost(PATIENCE)
                .until(() -> !query("SELECT id FROM message WHERE id = ?", id).isEmpty());
        return id;
    }

    protected void becomes(UUID id, DeliveryState state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                org.assertj.core.api.Assertions.assertThat(stateOf(id))
                                        .isEqualTo(state));
    }

    protected DeliveryState stateOf(UUID id) {
        return DeliveryState.valueOf((String) row(id).get("state"));
    }

    protected Cause causeOf(UUID id) {
        return Cause.valueOf((String) row(id).get("cause"));
    }

    protected Map<String, Object> row(UUID id) {
        return query("SELECT * FROM message WHERE id = ?", id).getFirst();
    }

    /** What was told about a reminder and has not left yet, in the order told. */
    protected List<DeliveryReported> reports(UUID reminderId) {
        return reports().stream().filter(told -> told.reminderId().equals(reminderId)).toList();
    }

    /** What was told under an appointment's, or a requester's, id and has not left yet. */
    protected List<DeliveryReported> reportsUnder(String key) {
        return reports().stream().filter(told -> told.key().equals(key)).toList();
    }

    private List<DeliveryReported> reports() {
        var reports = new ArrayList<DeliveryReported>();
        for (var row :
                query(
                        "SELECT * FROM outbox WHERE topic = ? ORDER BY id",
                        Topics.DELIVERY_REPORTED)) {
            var reading =
                    reader.read(
                            StoredHeaders.unpack((byte[]) row.get("record_headers")),
                            (byte[]) row.get("record_value"));
            if (reading instanceof Reading.Read(DeliveryReported report)) {
                reports.add(report);
            }
        }
        return reports;
    }

    /** Runs work on a thread that a test has started: by itself such a thread acts for nobody. */
    protected static void asService(Runnable work) {
        CurrentCaller.run(TEST, work);
    }

    private Connection connect() {
        return CurrentCaller.call(
                TEST,
                () -> {
                    try {
                        return database.getConnection();
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    protected List<Map<String, Object>> query(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<Map<String, Object>>();
                while (result.next()) {
                    var row = new java.util.HashMap<String, Object>();
                    for (var c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                        row.put(result.getMetaData().getColumnLabel(c), result.getObject(c));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    protected void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
