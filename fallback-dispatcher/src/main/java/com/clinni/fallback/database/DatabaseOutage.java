package com.clinni.fallback.database;

import com.clinni.platform.database.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransactionException;

/**
 * Tells a database that is away from one that refuses a value: only what is refused may be put
 * aside, because the same value would be refused again.
 */
public final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Throws what has nothing to do with the data: it may pass. */
    public static void rethrow(RuntimeException e) {
        if (e instanceof QuarkusTransactionException
                || e instanceof DatabaseException failed && !failed.isAboutValues()) {
            throw e;
        }
    }
}
