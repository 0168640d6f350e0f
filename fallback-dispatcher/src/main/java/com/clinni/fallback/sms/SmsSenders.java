package com.clinni.fallback.sms;

import com.clinni.fallback.database.Columns;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names clinics want to be shown as senders. One is used only while it is registered: operators
 * block the others. Runs in the caller's transaction.
 */
@ApplicationScoped
public class SmsSenders {

    private static final Sql OF = Sql.file("sender-of");
    private static final Sql PUT = Sql.file("sender-put");
    private static final Sql REGISTERED = Sql.file("sender-registered");

    private final Database database;
    private final Clock clock;

    SmsSenders(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How far the registration of a name has got. */
    enum State {
        UNREGISTERED,
        REQUESTED,
        REGISTERED
    }

    /**
     * A clinic's name as a sender.
     *
     * @param alias null when it has none, and then it is unregistered
     */
    record Sender(String alias, State state) {

        static final Sender NONE = new Sender(null, State.UNREGISTERED);

        boolean isUsed() {
            return state == State.REGISTERED;
        }
    }

    Sender of(String clinicId) {
        return database.query(OF, Parameters.of("clinic", clinicId), SmsSenders::sender).stream()
                .findFirst()
                .orElse(Sender.NONE);
    }

    void put(String clinicId, Sender sender) {
        database.update(
                PUT,
                Parameters.of("clinic", clinicId)
                        .and("alias", sender.alias())
                        .and("state", sender.state())
                        .and("now", clock.instant()));
    }

    /** The registered names of these clinics, by clinic; the others' SMS come from Clinni. */
    public Map<String, String> registeredAmong(Collection<String> clinicIds) {
        record Registered(String clinicId, String alias) {}
        return database
                .query(
                        REGISTERED,
                        Parameters.none().column("clinics", "text", clinicIds, id -> id),
                        row -> new Registered(row.text("clinic_id"), row.text("alias")))
                .stream()
                .collect(Collectors.toMap(Registered::clinicId, Registered::alias));
    }

    private static Sender sender(Columns row) {
        return new Sender(row.text("alias"), row.constant("state", State.class));
    }
}
