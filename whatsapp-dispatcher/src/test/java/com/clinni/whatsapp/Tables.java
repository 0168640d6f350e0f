package com.clinni.whatsapp;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the tables behind the service's back. */
@ApplicationScoped
public class Tables {

    private static final Caller TEST = Caller.thisService("test");

    private final DataSource database;

    public Tables(DataSource database) {
        this.database = database;
    }

    public interface Mapper<T> {
        T map(ResultSet result) throws SQLException;
    }

    /** As after the first start at {@link ServiceDriver#NOON}. */
    void empty() {
        DatabaseAdmin.execute(
                "TRUNCATE access_log, message, withdrawal, contact, receipt, webhook_event, outbox,"
                    + " outage, canary, clinic_turn, inbound, lid, reply, opt_out, opt_out_change,"
                    + " opt_in, clinic, task, erasure");
        update(
                "UPDATE line SET health = 'ABLE', health_by = NULL, health_cause = NULL,"
                    + " paused_since = NULL, pause_reason = NULL, pause_waits = false, outage_since"
                    + " = NULL, next_send_at = 'epoch', silent_after = NULL, back_at = NULL,"
                    + " was_away = NULL, canary_at = 'epoch', probe_at = 'epoch', sent_today = 0,"
                    + " next_reply_at = 'epoch', session_told_at = 'epoch', health_since ="
                    + " '2030-03-05T12:00:00Z'");
    }

    /** The threads of tests act for nobody by themselves. */
    private Connection connect() {
        return CurrentCaller.call(
                TEST,
                () -> {
                    try {
                        return database.getConnection();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    public int update(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> List<T> read(String sql, Mapper<T> mapper, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
