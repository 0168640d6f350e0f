package com.clinni.fallback.database;

/** PostgreSQL looked at a row and would not have it; the same row will be refused again. */
public final class DataRefused extends RuntimeException {

    DataRefused(String sqlState) {
        super("PostgreSQL refused a row, SQLSTATE " + sqlState);
    }
}
