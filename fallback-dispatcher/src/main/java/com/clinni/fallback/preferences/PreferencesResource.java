package com.clinni.fallback.preferences;

import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.preferences.PreferenceLinks.Holder;
import com.clinni.platform.access.AllowedToAnyone;
import com.clinni.platform.access.Caller;
import com.clinni.platform.access.ClinicScope;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The page behind the links in e-mails. A GET changes nothing, because programs follow links too. A
 * POST does, and mail programs send one for "unsubscribe" (RFC 8058), without cookies or a sign-in:
 * the link itself is the permission.
 */
@Path("/preferences/{token}")
@Produces(MediaType.TEXT_HTML)
class PreferencesResource {

    /** What the page's own button says to hear by e-mail again. */
    private static final String ON = "choice=ON";

    private final PreferenceLinks links;
    private final EmailOptOuts optOuts;
    private final AccessLog audit;

    PreferencesResource(PreferenceLinks links, EmailOptOuts optOuts, AccessLog audit) {
        this.links = links;
        this.optOuts = optOuts;
        this.audit = audit;
    }

    @GET
    @AllowedToAnyone(guardedBy = "the signed token in the path")
    @NotRecorded(because = "the patient's own page")
    @Blocking
    public Response look(@PathParam("token") String token) {
        var holder = known(token);
        var isOff =
                CurrentCaller.call(
                        atTheClinicOf(holder),
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .call(() -> optOuts.contains(holder)));
        return shown(holder, isOff);
    }

    @POST
    @AllowedToAnyone(guardedBy = "the signed token in the path")
    @NotRecorded(
            because =
                    "its own rows say who chose what; the path, which is the permission, must not"
                            + " stand there")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response choose(@PathParam("token") String token, byte[] body) {
        var holder = known(token);
        var isOff = body == null || !ON.equals(new String(body, StandardCharsets.UTF_8).strip());
        CurrentCaller.run(
                atTheClinicOf(holder),
                () -> QuarkusTransaction.requiringNew().run(() -> keep(holder, isOff)));
        return shown(holder, isOff);
    }

    /** The link opens nothing but what its patient has at that clinic. */
    private static Caller atTheClinicOf(Holder holder) {
        return Caller.signedIn(
                "link-in-an-e-mail", Set.of(), ClinicScope.of(Set.of(holder.clinicId())));
    }

    private void keep(Holder holder, boolean isOff) {
        if (isOff ? optOuts.add(holder) : optOuts.remove(holder)) {
            audit.done(
                    AccessEntry.of(isOff ? AuditAction.EMAIL_OPTED_OUT : AuditAction.EMAIL_OPTED_IN)
                            .at(holder.clinicId())
                            .about(holder.patientId()));
        }
    }

    private Holder known(String token) {
        return links.holder(token)
                .orElseThrow(() -> Problem.of(404, "NOT_FOUND", null, "There is no such link."));
    }

    private Response shown(Holder holder, boolean isOff) {
        var page = PreferencesPage.of(holder, isOff);
        return Response.ok(page.html())
                .header("Content-Type", "text/html; charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .build();
    }
}
