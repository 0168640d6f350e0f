package com.clinni.platform.erasure;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a service in which something of a patient stands, each with the query for it. */
public final class PatientTables {

    private final Map<String, Sql> queries = new LinkedHashMap<>();

    /**
     * One more table, told after those before.
     *
     * @param query takes {@code :clinicId} and {@code :patientId} and gives each row as JSON,
     *     {@code columns}
     */
    public PatientTables with(String table, String query) {
        queries.put(table, Sql.named(query));
        return this;
    }

    /** A table's rows about the patient. */
    public record Table(String table, List<Columns> rows) {}

    /** A row as the table has it; bytes of a record as the text that they are. */
    public record Columns(@JsonRawValue String columns) {

        @Override
        public String toString() {
            return "Columns[…]";
        }
    }

    /** All that stands here of a clinic's patient: every table, also those without a row. */
    public List<Table> read(Database database, String clinicId, String patientId) {
        var values = Map.of("clinicId", clinicId, "patientId", patientId);
        return queries.entrySet().stream()
                .map(
                        each ->
                                new Table(
                                        each.getKey(),
                                        database.query(
                                                each.getValue(),
                                                values,
                                                row -> new Columns(row.text("columns")))))
                .toList();
    }
}
