package com.clinni.whatsapp.silence;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.WhatsAppConfig;
import com.clinni.whatsapp.message.DispatchConfig;
import com.clinni.whatsapp.message.GiveUpPolicy;
import com.clinni.whatsapp.message.MessageFacts;
import com.clinni.whatsapp.message.Transitions;
import com.clinni.whatsapp.silence.SilenceRule.Signs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages that a line accepted and nobody confirmed, in PostgreSQL. */
@ApplicationScoped
class UnconfirmedSends {

    private static final Sql SIGNS = Sql.named("silence/signs");
    private static final Sql UNCONFIRMED = Sql.named("silence/unconfirmed");
    private static final Sql BEGIN_SILENCE = Sql.named("silence/begin");
    private static final Sql END_SILENCE = Sql.named("silence/end");
    private static final Sql UNHEARD = Sql.named("silence/unheard");

    private final Database database;
    private final Transitions transitions;
    private final WhatsAppConfig whatsapp;
    private final int batch;

    UnconfirmedSends(
            Database database,
            Transitions transitions,
            WhatsAppConfig whatsapp,
            DispatchConfig config) {
        this.whatsapp = whatsapp;
        this.database = database;
        this.transitions = transitions;
        this.batch = config.batchSize();
    }

    /**
     * What is to be seen of a line.
     *
     * @param newestConfirmed the number of the newest claim that was confirmed
     * @param silentAfter what that was when the line was found silent, if it is
     * @param floor claims up to this one are beyond what was looked at
     */
    record Look(long newestConfirmed, @Nullable Long silentAfter, long floor, Signs signs) {

        boolean wasSilent() {
            return silentAfter != null;
        }

        /** Something that was sent after all that had been confirmed before is confirmed now. */
        boolean isHeardAgain() {
            return silentAfter != null && newestConfirmed > silentAfter;
        }
    }

    /** A message the gateway may be asked about. */
    record Unconfirmed(ClientMessageId id, ChatId chat, Instant sentAt) {}

    Look look(Line line) {
        return database.first(
                        SIGNS,
                        Map.of("line", line.name(), "recent", whatsapp.recentMessages()),
                        UnconfirmedSends::read)
                .orElseThrow();
    }

    List<Unconfirmed> unconfirmed(Line line, Instant acceptedBefore) {
        return database.query(
                UNCONFIRMED,
                Map.of(
                        "line", line.name(),
                        "before", acceptedBefore,
                        "most", line.config().exposure(),
                        "answeredWithin", whatsapp.lookUpsFor(),
                        "canaries", whatsapp.canaryLookUps()),
                row ->
                        new Unconfirmed(
                                new ClientMessageId(row.text("message_id")),
                                new ChatId(row.text("chat_id")),
                                row.instant("sent_at")));
    }

    void beginSilence(Line line, Look look) {
        database.update(
                BEGIN_SILENCE,
                Map.of("line", line.name(), "newestConfirmed", look.newestConfirmed()));
    }

    void endSilence(Line line) {
        database.update(END_SILENCE, Map.of("line", line.name()));
    }

    /** Gives up what was accepted by then and never confirmed. */
    void giveUp(Line line, long floor, Instant acceptedBefore, Instant now) {
        var values =
                Map.of(
                        "line", line.name(),
                        "floor", floor,
                        "before", acceptedBefore,
                        "batch", batch);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                transitions.move(
                                        database.query(UNHEARD, values, MessageFacts::read).stream()
                                                .map(m -> GiveUpPolicy.unheard(m, now).of(m))
                                                .toList(),
                                        now));
    }

    private static Look read(Row row) throws SQLException {
        var silentAfter = row.text("silent_after");
        return new Look(
                row.number("newest_confirmed"),
                silentAfter == null ? null : Long.valueOf(silentAfter),
                row.number("floor"),
                new Signs(
                        row.integer("exposed"),
                        row.integer("unheard"),
                        row.instant("unheard_since"),
                        row.integer("recent"),
                        row.integer("confirmed"),
                        row.instant("oldest"),
                        row.instant("canary_since")));
    }
}
