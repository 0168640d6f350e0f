package com.clinni.fallback.database;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs statements in the caller's transaction. No value ever stands in an exception's text. */
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** The rows a statement returns. */
    public <R> List<R> query(Sql sql, Parameters parameters, Function<Columns, R> reader) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            parameters.bind(statement, sql);
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<R>();
                var columns = new Columns(result);
                while (result.next()) {
                    rows.add(reader.apply(columns));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** How many rows a statement changed. */
    public int update(Sql sql, Parameters parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            parameters.bind(statement, sql);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Throws what has nothing to do with the data: it may pass. */
    public static void throwIfAway(RuntimeException e) {
        if (e instanceof DatabaseFailed || e instanceof QuarkusTransactionException) {
            throw e;
        }
    }

    /** Data, integrity, and the limits of PostgreSQL itself are about the row. */
    static RuntimeException failure(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54")
                ? new DataRefused(state)
                : new DatabaseFailed(state);
    }
}
