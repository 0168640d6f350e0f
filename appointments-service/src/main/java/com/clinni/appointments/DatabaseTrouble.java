package com.clinni.appointments;

import java.sql.SQLException;

/** The database could not do it. Says no more: what it tells may quote a row. */
public final class DatabaseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseTrouble(SQLException cause) {
        super("the database answered " + cause.getSQLState(), cause);
    }
}
