package com.clinni.reminders.database;

import java.sql.SQLException;

/**
 * A statement failed. Carries the SQLSTATE and nothing of what PostgreSQL said, because PostgreSQL
 * quotes values.
 */
public final class DatabaseException extends RuntimeException {

    private static final String STATEMENT = "42";
    private static final String DATA = "22";
    private static final String INTEGRITY = "23";
    private static final String LIMIT = "54";

    private final String sqlState;

    DatabaseException(String statement, SQLException cause) {
        super("The statement " + statement + " failed with SQLSTATE " + told(cause) + ".");
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
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
}
