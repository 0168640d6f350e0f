package com.clinni.platform.database;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A statement that PostgreSQL refused or could not run. Carries the SQLSTATE and nothing of what
 * PostgreSQL said, because PostgreSQL quotes values.
 */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String STATEMENT = "42";
    private static final String DATA = "22";
    private static final String INTEGRITY = "23";
    private static final String LIMIT = "54";
    private static final String DUPLICATE_KEY = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String ROLLED_BACK = "40";

    private final String sqlState;

    DatabaseException(String statement, SQLException cause) {
        super("The statement " + statement + " failed with SQLSTATE " + told(cause) + ".");
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /**
     * The database failure behind an exception, whoever ran the statement; empty if there is none.
     */
    public static Optional<DatabaseException> behind(Throwable thrown) {
        for (var e = thrown; e != null; e = e.getCause()) {
            if (e instanceof DatabaseException known) {
                return Optional.of(known);
            }
            if (e instanceof SQLException sql) {
                return Optional.of(new DatabaseException("of an entity", sql));
            }
        }
        return Optional.empty();
    }

    /**
     * True for a failure that has nothing to do with the values, so that trying again may succeed:
     * the database is away, or another transaction was in the way.
     */
    public static boolean mayPass(RuntimeException thrown) {
        return behind(thrown)
                .map(failed -> !failed.isAboutValues())
                .orElse(
                        thrown instanceof ConcurrentChange
                                || thrown instanceof QuarkusTransactionException);
    }

    /** What is wrong with the statement itself is said: it quotes no values. */
    private static String told(SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        return state.startsWith(STATEMENT) ? state + ", " + cause.getMessage() : state;
    }

    /** Whether a value was refused: trying again with the same values fails again. */
    public boolean isAboutValues() {
        return sqlState.startsWith(DATA)
                || sqlState.startsWith(INTEGRITY)
                || sqlState.startsWith(LIMIT);
    }

    /** Whether another transaction was in the way: trying again at once may succeed. */
    public boolean isContention() {
        return sqlState.equals(LOCK_NOT_AVAILABLE) || sqlState.startsWith(ROLLED_BACK);
    }

    /** Whether a row of that key is there already. */
    public boolean isDuplicateKey() {
        return sqlState.equals(DUPLICATE_KEY);
    }
}
