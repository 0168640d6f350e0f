package com.clinni.whatsapp.inbound;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.InboundMessage;
import com.clinni.whatsapp.gateway.WebhookKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages that people wrote, in PostgreSQL. */
@ApplicationScoped
class InboundTable {

    private static final Sql KEEP = Sql.named("inbound/keep");
    private static final Sql TAKE = Sql.named("inbound/take");
    private static final Sql SETTLE = Sql.named("inbound/settle");
    private static final Sql LEARN = Sql.named("inbound/learn-lids");

    private final Database database;
    private final InboundConfig config;
    private final Clock clock;

    InboundTable(Database database, InboundConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A message as a webhook brought it.
     *
     * @param eventId the same for every delivery of the same webhook
     */
    record Delivery(
            String eventId, String line, @Nullable WebhookKind kind, InboundMessage message) {}

    /** Which message of which line. */
    record Key(String line, String messageId) {

        static Key of(Delivery delivery) {
            return new Key(delivery.line(), delivery.message().messageId());
        }
    }

    /** Keeps them in one statement; returns those that nobody had heard of. */
    Set<Key> keep(List<Delivery> deliveries) {
        var columns =
                Columns.of(deliveries)
                        .put("eventIds", Delivery::eventId)
                        .put("lines", Delivery::line)
                        .put("kinds", Delivery::kind)
                        .put("messageIds", d -> d.message().messageId())
                        .put("phones", d -> e164(d.message().phone()))
                        .put("chatIds", d -> value(d.message().chat()))
                        .put("lids", d -> d.message().lid())
                        .put("quotedIds", d -> d.message().quotedId())
                        .put("editedIds", d -> d.message().editedId())
                        .put("bodies", d -> d.message().text())
                        .put("digests", d -> digest(d.message().text()))
                        .put("writtenAts", d -> d.message().at())
                        .with("now", clock.instant());
        return new HashSet<>(
                database.query(
                        KEEP,
                        columns.map(),
                        row -> new Key(row.text("line"), row.text("message_id"))));
    }

    /** The oldest that nobody has looked at; they stay locked until the transaction ends. */
    List<UnansweredMessage> take(Instant now) {
        return database.query(
                TAKE,
                Map.of(
                        "batch", config.batchSize(),
                        "repeatSeconds", config.repeatWithin().toMillis() / 1e3,
                        "recentSince", now.minus(config.recentFor())),
                InboundTable::read);
    }

    /** Writes down what became of them, and forgets their words. */
    void settle(List<UnansweredMessage> read, Map<Long, InboundEffect> effects) {
        database.update(
                SETTLE,
                Columns.of(read)
                        .put("ids", UnansweredMessage::id)
                        .put("effects", u -> effects.get(u.id()))
                        .put("phones", u -> e164(u.message().phone()))
                        .map());
        learn(read.stream().filter(u -> u.lid() != null && u.message().phone() != null).toList());
    }

    private void learn(List<UnansweredMessage> named) {
        if (!named.isEmpty()) {
            database.update(
                    LEARN,
                    Columns.of(named)
                            .put("lines", UnansweredMessage::line)
                            .put("lids", UnansweredMessage::lid)
                            .put("phones", u -> e164(u.message().phone()))
                            .put("chatIds", u -> value(u.message().chat()))
                            .with("now", clock.instant())
                            .map());
        }
    }

    private static @Nullable String e164(@Nullable PhoneNumber phone) {
        return phone == null ? null : phone.e164();
    }

    private static @Nullable String value(@Nullable ChatId chat) {
        return chat == null ? null : chat.value();
    }

    /** None of somebody unknown. */
    private static Set<String> numbers(Row row) throws SQLException {
        var phones = row.text("phones");
        return phones.isEmpty() ? Set.of() : Set.of(phones.split(" ", -1));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static UnansweredMessage read(Row row) throws SQLException {
        var phone = row.text("phone");
        var chat = row.text("chat_id");
        return new UnansweredMessage(
                row.number("id"),
                row.text("line"),
                new InboundMessage(
                        row.text("message_id"),
                        phone == null ? null : new PhoneNumber(phone),
                        chat == null ? null : new ChatId(chat),
                        row.text("lid"),
                        row.text("quoted_id"),
                        row.text("edited_id"),
                        row.text("body"),
                        row.instant("written_at")),
                numbers(row),
                row.instant("received_at"),
                row.uuid("quoted"),
                row.flag("repeated"),
                row.flag("ours"),
                row.flag("edits_task"),
                row.flag("opted_out"));
    }
}
