package com.clinni.fallback.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database answers; while it does not, consumers hold what they have on purpose. */
@ApplicationScoped
class DatabaseAnswers {

    private static final int SECONDS = 3;

    private final DataSource source;

    DatabaseAnswers(DataSource source) {
        this.source = source;
    }

    boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
