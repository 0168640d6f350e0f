package com.clinni.fallback.sms;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names clinics want to be shown as senders. One is used only while it is registered: operators
 * block the others. Runs in the caller's transaction.
 */
@ApplicationScoped
public class SmsSenders {

    private static final Sql OF = Sql.named("senders/of");
    private static final Sql PUT = Sql.named("senders/put");
    private static final Sql REGISTERED = Sql.named("senders/registered-among");

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
     * @param alias without one it is unregistered
     */
    record Sender(@Nullable String alias, State state) {

        static final Sender NONE = new Sender(null, State.UNREGISTERED);

        boolean isUsed() {
            return state == State.REGISTERED;
        }
    }

    Sender of(String clinicId) {
        return database.first(OF, Map.of("clinic", clinicId), SmsSenders::sender)
                .orElse(Sender.NONE);
    }

    void put(String clinicId, Sender sender) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("clinic", clinicId);
        values.put("alias", sender.alias());
        values.put("state", sender.state());
        values.put("now", clock.instant());
        database.update(PUT, values);
    }

    /** The registered names of these clinics, by clinic; the others' SMS come from Clinni. */
    public Map<String, String> registeredAmong(Collection<String> clinicIds) {
        record Registered(String clinicId, String alias) {}
        return database
                .query(
                        REGISTERED,
                        Map.of("clinics", clinicIds),
                        row -> new Registered(row.text("clinic_id"), row.text("alias")))
                .stream()
                .collect(Collectors.toMap(Registered::clinicId, Registered::alias));
    }

    private static Sender sender(Row row) throws SQLException {
        return new Sender(row.text("alias"), row.constant("state", State.class));
    }
}
