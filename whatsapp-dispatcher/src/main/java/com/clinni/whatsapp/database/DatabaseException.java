package com.clinni.whatsapp.database;

import java.sql.SQLException;

/**
 * A statement failed. Carries the SQLSTATE and nothing of what PostgreSQL said, because PostgreSQL
 * quotes values.
 */
public final class DatabaseException extends RuntimeException {

    private static final String DATA = "22";
    private static final String INTEGRITY = "23";

    private final String sqlState;

    DatabaseException(String statement, SQLException cause) {
        super("The statement " + statement + " failed with SQLSTATE " + cause.getSQLState() + ".");
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether a value was refused: trying again with the same values fails again. */
    public boolean isAboutValues() {
        return sqlState.startsWith(DATA) || sqlState.startsWith(INTEGRITY);
    }
}
