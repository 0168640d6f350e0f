package com.clinni.whatsapp.line;

import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import com.clinni.whatsapp.line.health.LineStatus;
import com.clinni.whatsapp.line.health.LineStatuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The lines, for support: how they stand, and the stop button a number about to be banned needs.
 */
@Path("/lines")
@Produces(MediaType.APPLICATION_JSON)
class LineResource {

    private final Lines lines;
    private final LineStatuses statuses;
    private final LineViews views;

    LineResource(Lines lines, LineStatuses statuses, LineViews views) {
        this.lines = lines;
        this.statuses = statuses;
        this.views = views;
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @NotRecorded(because = "lines, and nothing of patients")
    public List<LineView> lines() {
        return views.all();
    }

    @POST
    @AllowedTo(RESPONSABLE)
    @Recorded(value = AuditAction.LINE_PAUSED, subject = "line")
    @Path("{line}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    public LineView pause(@PathParam("line") String line, PauseRequest request) {
        var name = known(line);
        var reason = AccessReason.of(request.reason());
        statuses.changeFor(
                AccessEntry.of(AuditAction.LINE_PAUSED).about(name).because(reason),
                name,
                (status, now) -> status.paused(reason, request.waits(), now));
        return views.one(name);
    }

    @POST
    @AllowedTo(RESPONSABLE)
    @Recorded(value = AuditAction.LINE_RESUMED, subject = "line")
    @Path("{line}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public LineView resume(@PathParam("line") String line, PauseRequest request) {
        var name = known(line);
        var reason = AccessReason.of(request.reason());
        statuses.changeFor(
                AccessEntry.of(AuditAction.LINE_RESUMED).about(name).because(reason),
                name,
                LineStatus::resumed);
        return views.one(name);
    }

    private String known(String line) {
        return lines.named(line).orElseThrow(() -> Problem.of(404, "LINE_UNKNOWN", "line")).name();
    }
}
