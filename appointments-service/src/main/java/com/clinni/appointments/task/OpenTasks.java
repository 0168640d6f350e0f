package com.clinni.appointments.task;

import com.clinni.events.TaskRaised;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.erasure.Erasures;
import com.clinni.platform.erasure.Erasures.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tasks of clinics, in PostgreSQL, in the caller's transaction. */
@ApplicationScoped
public class OpenTasks {

    private static final Sql STORE = Sql.named("tasks/store");
    private static final Sql OPEN = Sql.named("tasks/open");
    private static final Sql TICK_OFF = Sql.named("tasks/tick-off");

    /** More than anybody reads: the newest count. */
    private static final int MOST = 500;

    private final Database database;
    private final AccessLog log;
    private final Erasures erasures;

    OpenTasks(Database database, AccessLog log, Erasures erasures) {
        this.database = database;
        this.log = log;
        this.erasures = erasures;
    }

    private static Said said(TaskRaised task) {
        return new Said(task.clinicId(), task.patientId(), task.at());
    }

    /** What was written before its patient was erased is not kept. */
    void store(List<TaskRaised> raised) {
        var erased = erasures.among(raised.stream().map(OpenTasks::said).toList());
        var tasks = raised.stream().filter(task -> !erased.contains(said(task))).toList();
        database.update(
                STORE,
                Columns.of(tasks)
                        .put("taskIds", TaskRaised::taskId)
                        .put("clinicIds", TaskRaised::clinicId)
                        .put("patientIds", TaskRaised::patientId)
                        .put("appointmentIds", TaskRaised::appointmentId)
                        .put("writtenAts", TaskRaised::at)
                        .put("editedAts", TaskRaised::editedAt)
                        .put("words", TaskRaised::text)
                        .put("ambiguous", TaskRaised::ambiguous)
                        .map());
    }

    /** A clinic's, the newest first. */
    public List<OpenTask> of(String clinicId) {
        return database.query(OPEN, Map.of("clinicId", clinicId, "most", MOST), OpenTasks::read);
    }

    /** Somebody saw to it; false if somebody else had already, or it is not this clinic's. */
    public boolean tickOff(String clinicId, UUID taskId, Instant now) {
        var isDone =
                database.update(
                                TICK_OFF,
                                Map.of(
                                        "taskId",
                                        taskId,
                                        "clinicId",
                                        clinicId,
                                        "by",
                                        CurrentCaller.get().subject(),
                                        "now",
                                        now))
                        > 0;
        if (isDone) {
            log.done(AccessEntry.of(AuditAction.TASK_DONE).at(clinicId).about(taskId.toString()));
        }
        return isDone;
    }

    private static OpenTask read(Row row) throws SQLException {
        var editedAt = row.instant("edited_at");
        return new OpenTask(
                row.uuid("task_id"),
                row.text("appointment_id"),
                editedAt == null ? row.instant("written_at") : editedAt,
                editedAt != null,
                row.text("words"),
                row.flag("ambiguous"),
                row.instant("starts_at"),
                row.text("first_name"));
    }
}
