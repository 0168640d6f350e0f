package com.clinni.whatsapp.prepare;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.message.Decision;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Messages;
import com.clinni.whatsapp.message.Transitions;
import com.clinni.whatsapp.optout.OptOuts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages in PostgreSQL, as far as their preparation goes. */
@ApplicationScoped
class Preparations {

    private static final Sql TAKE = Sql.named("prepare/take");
    private static final Sql PREPARED = Sql.named("prepare/prepared");
    private static final Sql LATER = Sql.named("prepare/later");
    private static final Sql COUNT_ABSENCE = Sql.named("prepare/count-absence");
    private static final Sql SAVE_CONTACT = Sql.named("prepare/save-contact");
    private static final Duration LEASE_BEYOND_CALLS = Duration.ofSeconds(5);

    private final Database database;
    private final Messages messages;
    private final Transitions transitions;
    private final OptOuts optOuts;
    private final DispatchConfig config;

    Preparations(
            Database database,
            Messages messages,
            Transitions transitions,
            OptOuts optOuts,
            DispatchConfig config) {
        this.optOuts = optOuts;
        this.messages = messages;
        this.database = database;
        this.transitions = transitions;
        this.config = config;
    }

    /**
     * Takes some for a while, so that no other pod asks about them too.
     *
     * @param stock how many prepared messages may wait for their turn
     */
    List<UnpreparedMessage> take(Line line, int most, int stock, Instant now) {
        var lease = line.config().callTimeout().multipliedBy(2).plus(LEASE_BEYOND_CALLS);
        var values = new HashMap<String, Object>();
        values.put("line", line.name());
        values.put("now", now);
        values.put("dueUntil", now.plus(config.prepareAhead()));
        values.put("batch", most);
        values.put("most", stock);
        values.put("leaseSeconds", (double) lease.toSeconds());
        return database.query(TAKE, values, Preparations::read);
    }

    void prepared(UnpreparedMessage message, ChatId chat, ClientMessageId id) {
        var values = key(message);
        values.put("chatId", chat.value());
        values.put("clientMessageId", id.value());
        database.update(PREPARED, values);
    }

    void later(UnpreparedMessage message, Instant notBefore) {
        var values = key(message);
        values.put("notBefore", notBefore);
        database.update(LATER, values);
    }

    void giveUp(UnpreparedMessage message, NotSentReason reason, Instant now) {
        end(message, m -> GiveUpPolicy.refused(m, reason.cause()), now);
    }

    private void end(
            UnpreparedMessage message, Function<MessageFacts, Decision> decide, Instant now) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                messages.waiting(message.reminderId(), message.generation())
                                        .map(m -> decide.apply(m).of(m))
                                        .ifPresent(move -> transitions.move(List.of(move), now)));
    }

    /** Its number could not be looked up; returns how often so far, while its line worked. */
    int countAbsence(UnpreparedMessage message) {
        return database.first(COUNT_ABSENCE, key(message), row -> row.integer("absences"))
                .orElse(0);
    }

    /** Its number alone cannot be looked up: what nobody can receive otherwise stays as it is. */
    void handOver(UnpreparedMessage message, Instant now) {
        end(message, GiveUpPolicy::unsendable, now);
    }

    /**
     * Remembers where a number was found. Whoever opted out under another number of the same chat
     * has opted out: that holds before anything can be sent to this one.
     */
    void saveContact(Line line, UnpreparedMessage message, Existence.Yes found, Instant now) {
        var values = new HashMap<String, @Nullable Object>(key(message));
        values.put("line", line.name());
        values.put("phone", message.phone().e164());
        values.put("chatId", found.chat().value());
        values.put("alias", found.alias() == null ? null : found.alias().value());
        values.put("now", now);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            database.update(SAVE_CONTACT, values);
                            optOuts.follow(line.name(), message.phone());
                        });
    }

    private static Map<String, Object> key(UnpreparedMessage message) {
        var values = new HashMap<String, Object>();
        values.put("reminderId", message.reminderId());
        values.put("generation", message.generation());
        return values;
    }

    private static UnpreparedMessage read(Row row) throws SQLException {
        var known = row.text("known_chat_id");
        return new UnpreparedMessage(
                row.uuid("reminder_id"),
                row.integer("generation"),
                new PhoneNumber(row.text("phone")),
                known == null ? null : new ChatId(known));
    }
}
