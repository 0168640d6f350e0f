package com.clinni.platform.audit;

import com.clinni.events.audit.AuditAction;
import com.clinni.events.audit.AuditOutcome;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.Role;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The access log over HTTP, in every service alike. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private static final Sql FIND = Sql.named("access-log/find");
    private static final int PAGE = 100;

    private final Database database;

    AuditResource(Database database) {
        this.database = database;
    }

    /**
     * One access.
     *
     * @param subject who: a token's subject, a service's name, or a task of this service
     * @param role the roles that the caller had, THIS_SERVICE for its own tasks, NOBODY where a
     *     link or a signature was the permission
     * @param subjectId the id of what was read or changed
     */
    record Access(
            long id,
            Instant at,
            String subject,
            String role,
            @Nullable String clinicId,
            AuditAction action,
            @Nullable String subjectId,
            @Nullable String reason,
            AuditOutcome outcome,
            @Nullable String requestId) {

        @Override
        public String toString() {
            return "Access[" + id + "]";
        }
    }

    /**
     * A page of the log.
     *
     * @param next what to ask for as {@code after} to read on; none on the last page
     */
    record Accesses(List<Access> items, @Nullable String next) {}

    @GET
    @AllowedTo(Role.RESPONSABLE)
    @Recorded(AuditAction.AUDIT_READ)
    @Operation(
            summary = "Who did and read what, when and why, and what came of it; the newest first",
            description = "100 a page; next is the after of the page that follows.")
    public Accesses audit(@BeanParam AccessQuestion question) {
        var values = question.values();
        values.put("most", PAGE + 1);
        var found = database.query(FIND, values, AuditResource::access);
        if (found.size() <= PAGE) {
            return new Accesses(found, null);
        }
        var page = found.subList(0, PAGE);
        var last = page.getLast();
        return new Accesses(page, new AccessPosition(last.at(), last.id()).toString());
    }

    private static Access access(Row row) throws SQLException {
        return new Access(
                row.number("id"),
                row.instant("at"),
                row.text("subject"),
                row.text("role"),
                row.text("clinic_id"),
                row.constant("action", AuditAction.class),
                row.text("subject_id"),
                row.text("reason"),
                row.constant("outcome", AuditOutcome.class),
                row.text("request_id"));
    }
}
