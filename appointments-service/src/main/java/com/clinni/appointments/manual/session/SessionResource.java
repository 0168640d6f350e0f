package com.clinni.appointments.manual.session;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SERVICIO;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.day.DayPage;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.access.AllowedToAnyone;
import com.clinni.platform.audit.NotRecorded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that the identity provider sends people back to, and the one that ends a session.
 * Whoever signs in goes on to the page that was asked for, and whoever signs out to the provider:
 * the sentences here are for who opens the addresses by hand.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SessionResource {

    private static final int OK = 200;

    @GET
    @Path("signed-in")
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO, SERVICIO})
    @NotRecorded(because = "nothing of anybody is on it")
    @Operation(hidden = true)
    public Response signedIn(@HeaderParam("Accept-Language") @Nullable String accepted) {
        var language = PageLanguage.of(null, accepted, null);
        return DayPage.sentence(OK, language.messages().signedIn(), language);
    }

    @GET
    @Path("sign-out")
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO, SERVICIO})
    @NotRecorded(because = "nothing of anybody is on it")
    @Operation(hidden = true)
    public Response signOut(@HeaderParam("Accept-Language") @Nullable String accepted) {
        return signedOut(accepted);
    }

    @GET
    @Path("signed-out")
    @AllowedToAnyone(guardedBy = "nothing of anybody is on it")
    @NotRecorded(because = "nothing of anybody is on it")
    @Operation(hidden = true)
    public Response signedOut(@HeaderParam("Accept-Language") @Nullable String accepted) {
        var language = PageLanguage.of(null, accepted, null);
        return DayPage.sentence(OK, language.messages().signedOut(), language);
    }
}
