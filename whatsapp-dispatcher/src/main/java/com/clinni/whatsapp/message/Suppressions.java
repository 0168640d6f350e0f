package com.clinni.whatsapp.message;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Takes out of the queue what waits for numbers that opted out; reported, and no dead letter. */
@ApplicationScoped
public class Suppressions {

    private static final Sql MESSAGES = Sql.named("messages/waiting-for");
    private static final Sql REPLIES = Sql.named("replies/suppress");

    private final Database database;
    private final Transitions transitions;
    private final Clock clock;

    Suppressions(Database database, Transitions transitions, Clock clock) {
        this.database = database;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Runs in the transaction that commits the opt-outs; both lists belong together. */
    public void of(List<String> lines, List<String> phones) {
        var values = Map.of("lines", lines, "phones", phones);
        database.update(REPLIES, values);
        transitions.move(
                database.query(MESSAGES, values, MessageFacts::read).stream()
                        .map(GiveUpPolicy.optedOut()::of)
                        .toList(),
                clock.instant());
    }
}
