package com.clinni.fallback.database;

/** The database is away, or a statement is wrong: nothing about the data itself. */
public final class DatabaseFailed extends RuntimeException {

    DatabaseFailed(String sqlState) {
        super("a statement failed, SQLSTATE " + sqlState);
    }
}
