package com.clinni.whatsapp.inbound;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What people wrote, in PostgreSQL. */
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

    /** Which message of which line. */
    record Key(String line, String messageId) {

        static Key of(Heard heard) {
            return new Key(heard.line(), heard.written().messageId());
        }
    }

    /** Keeps them in one statement; returns those that nobody had heard of. */
    Set<Key> keep(List<Heard> heard) {
        var values = new HashMap<String, Object>();
        values.put("now", clock.instant());
        values.put("eventIds", column(heard, Heard::eventId));
        values.put("lines", column(heard, Heard::line));
        values.put("messageIds", column(heard, h -> h.written().messageId()));
        values.put("phones", column(heard, h -> e164(h.written().phone())));
        values.put("chatIds", column(heard, h -> value(h.written().chat())));
        values.put("lids", column(heard, h -> h.written().lid()));
        values.put("quotedIds", column(heard, h -> h.written().quotedId()));
        values.put("bodies", column(heard, h -> h.written().text()));
        values.put("digests", column(heard, h -> digest(h.written().text())));
        values.put("writtenAts", column(heard, Heard::at));
        return new HashSet<>(
                database.query(
                        KEEP, values, row -> new Key(row.text("line"), row.text("message_id"))));
    }

    /** The oldest that nobody has looked at; they stay locked until the transaction ends. */
    List<Unread> take(Instant now) {
        return database.query(
                TAKE,
                Map.of(
                        "batch", config.batchSize(),
                        "repeatSeconds", config.repeatWithin().toMillis() / 1e3,
                        "recentSince", now.minus(config.recentFor())),
                InboundTable::read);
    }

    /** Writes down what became of them, and forgets their words. */
    void settle(List<Unread> read, Map<Long, Effect> effects) {
        var values = new HashMap<String, Object>();
        values.put("ids", column(read, Unread::id));
        values.put("effects", column(read, u -> effects.get(u.id())));
        values.put("phones", column(read, u -> e164(u.phone())));
        database.update(SETTLE, values);
        learn(read.stream().filter(u -> u.lid() != null && u.phone() != null).toList());
    }

    private void learn(List<Unread> named) {
        if (!named.isEmpty()) {
            var values = new HashMap<String, Object>();
            values.put("now", clock.instant());
            values.put("lines", column(named, Unread::line));
            values.put("lids", column(named, Unread::lid));
            values.put("phones", column(named, u -> e164(u.phone())));
            values.put("chatIds", column(named, u -> value(u.chat())));
            database.update(LEARN, values);
        }
    }

    private static <T> List<Object> column(List<T> rows, Function<T, Object> value) {
        return new ArrayList<>(rows.stream().map(value).toList());
    }

    private static String e164(PhoneNumber phone) {
        return phone == null ? null : phone.e164();
    }

    private static String value(ChatId chat) {
        return chat == null ? null : chat.value();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Unread read(Row row) throws SQLException {
        var phone = row.text("phone");
        var chat = row.text("chat_id");
        return new Unread(
                row.number("id"),
                row.text("line"),
                phone == null ? null : new PhoneNumber(phone),
                chat == null ? null : new ChatId(chat),
                row.text("lid"),
                row.text("body"),
                row.instant("written_at"),
                row.instant("received_at"),
                row.uuid("quoted"),
                row.flag("repeated"),
                row.flag("ours"),
                row.flag("opted_out"));
    }
}
