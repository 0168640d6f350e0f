package com.clinni.platform.isolation;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.postgresql.jdbc.PgConnection;

/**
 * Tells PostgreSQL on every connection that the pool gives out whom it is for: the role, and the
 * clinics that its policies ask for. Nothing of an earlier use is believed, because a rollback may
 * have undone it. A transaction has one connection, and keeps the caller that it began with.
 *
 * <p>A connection on which PostgreSQL could not be told is closed, so that whoever has it reads
 * nothing and the pool drops it. It is not refused by an exception: the pool would keep such a
 * connection, count it among its own for ever, and give it to the same transaction's next question.
 */
@Singleton
class CallerOnConnection implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(CallerOnConnection.class);
    private static final String BECOME =
            "SELECT set_config('role', current_database() || ?, false),"
                    + " set_config('app.clinics', ?, false)";

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            become(CurrentCaller.get(), connection);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf(
                    "a connection is closed: PostgreSQL was not told who asks (%s)",
                    e instanceof SQLException sql ? sql.getSQLState() : e.getClass().getName());
            close(connection);
        }
    }

    private static void become(Caller caller, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(BECOME)) {
            statement.setString(1, RuntimeRole.of(caller).suffix());
            statement.setString(2, String.join(",", caller.clinics().named()));
            statement.execute();
        }
    }

    /** The driver's own: the pool's wrapper would close nothing but itself. */
    private static void close(Connection connection) {
        try {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException("a connection stays open that nobody may use", e);
        }
    }
}
