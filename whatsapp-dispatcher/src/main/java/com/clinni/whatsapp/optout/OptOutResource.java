package com.clinni.whatsapp.optout;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.OptOutChanged.By;
import com.clinni.events.audit.AuditAction;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opt-outs, for support and clinics: looking a number up, and taking it back for a clinic that the
 * patient asked. Numbers stand in bodies, because addresses get logged.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OptOutResource {

    private static final Sql OUT = Sql.named("opt-outs/of");
    private static final Sql EXCEPTIONS = Sql.named("opt-outs/exceptions-of");
    private static final Sql CHANGES = Sql.named("opt-outs/changes-of");

    private final OptOuts optOuts;
    private final VisitLookUp visits;
    private final Database database;
    private final KeyedDigest digest;

    OptOutResource(OptOuts optOuts, VisitLookUp visits, Database database, KeyedDigest digest) {
        this.optOuts = optOuts;
        this.visits = visits;
        this.database = database;
        this.digest = digest;
    }

    /** The number that is asked about. */
    record LookUp(@Nullable String phone) {

        @Override
        public String toString() {
            return "LookUp[]";
        }
    }

    @POST
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE})
    @Recorded(AuditAction.OPT_OUT_LOOKED_UP)
    @Path("opt-outs/look-up")
    public OptOutView lookUp(LookUp asked) {
        return view(OptInRequest.number(asked.phone()));
    }

    @POST
    @AllowedTo({SOPORTE, RESPONSABLE, CENTRO})
    @Recorded(AuditAction.OPTED_IN)
    @Path("clinics/{clinicId}/opt-ins")
    public OptOutView optIn(@PathParam("clinicId") String clinicId, OptInRequest request) {
        var phone = OptInRequest.number(request.phone());
        var reason = AccessReason.of(request.reason());
        checkVisit(clinicId, phone);
        var changed =
                QuarkusTransaction.requiringNew()
                        .call(() -> optOuts.optIn(clinicId, phone, reason));
        if (changed.isEmpty()) {
            throw Problem.of(404, "NOT_OPTED_OUT", "phone");
        }
        return view(phone).of(clinicId);
    }

    /** A clinic speaks for its own patients, and learns of nobody else whether they opted out. */
    private void checkVisit(String clinicId, PhoneNumber phone) {
        switch (visits.of(clinicId, phone)) {
            case HAS_ONE -> {}
            case HAS_NONE -> throw Problem.of(409, "NO_VISIT", "phone");
            case UNAVAILABLE -> throw Problem.of(503, "VISITS_UNAVAILABLE", null);
        }
    }

    private OptOutView view(PhoneNumber phone) {
        var values = Map.of("phone", phone.e164(), "key", digest.of(phone).toString());
        var lines =
                database.query(
                        OUT,
                        values,
                        row -> new OptOutView.Out(row.text("line"), row.instant("since")));
        var changes =
                database.query(
                        CHANGES,
                        values,
                        row ->
                                new OptOutView.Change(
                                        row.instant("at"),
                                        row.text("line"),
                                        row.flag("opted_out"),
                                        row.constant("by", By.class),
                                        row.text("clinic_id")));
        var exceptions =
                database.query(
                        EXCEPTIONS,
                        values,
                        row -> new OptOutView.Exempt(row.text("clinic_id"), row.instant("since")));
        return new OptOutView(!lines.isEmpty(), lines, exceptions, changes);
    }
}
