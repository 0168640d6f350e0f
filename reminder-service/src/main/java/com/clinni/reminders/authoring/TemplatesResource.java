package com.clinni.reminders.authoring;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.NotRecorded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All templates of a clinic over HTTP. */
@Path("/clinics/{clinicId}/templates")
@Produces(MediaType.APPLICATION_JSON)
class TemplatesResource {

    private final TemplateList templates;

    TemplatesResource(TemplateList templates) {
        this.templates = templates;
    }

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @NotRecorded(because = "a clinic's texts, and nothing of patients")
    @Operation(summary = "Every template as it is in force, with its last 50 versions")
    public List<TemplateAnswer> all(@PathParam("clinicId") String clinicId) {
        return templates.of(clinicId);
    }
}
