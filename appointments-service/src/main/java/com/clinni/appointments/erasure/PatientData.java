package com.clinni.appointments.erasure;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that stands here of a clinic's patient, table by table. */
@ApplicationScoped
class PatientData {

    private static final Map<String, Sql> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("appointment", Sql.named("patient-data/visits"));
        TABLES.put("reminder", Sql.named("patient-data/reminders"));
        TABLES.put("reminder_history", Sql.named("patient-data/history"));
        TABLES.put("by_hand", Sql.named("patient-data/by-hand"));
        TABLES.put("correction", Sql.named("patient-data/corrections"));
        TABLES.put("task", Sql.named("patient-data/tasks"));
        TABLES.put("agenda_visit", Sql.named("patient-data/agenda-keys"));
    }

    private final Database database;

    PatientData(Database database) {
        this.database = database;
    }

    /** A row as the table has it. */
    record Row(@JsonRawValue String columns) {

        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    /** A table's rows about the patient. */
    record Table(String table, List<Row> rows) {}

    List<Table> of(String clinicId, String patientId) {
        var values = new HashMap<String, Object>();
        values.put("clinicId", clinicId);
        values.put("patientId", patientId);
        return TABLES.entrySet().stream()
                .map(each -> new Table(each.getKey(), rows(each.getValue(), values)))
                .toList();
    }

    private List<Row> rows(Sql sql, Map<String, ?> values) {
        return database.query(sql, values, row -> new Row(row.text("columns")));
    }
}
