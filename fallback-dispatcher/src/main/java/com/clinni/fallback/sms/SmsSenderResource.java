package com.clinni.fallback.sms;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.problem.ClinicId;
import com.clinni.fallback.sms.SmsSenders.Sender;
import com.clinni.fallback.sms.SmsSenders.State;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's SMS sender over HTTP: the name that its SMS show, and the state of its registration.
 */
@Path("/clinics/{clinicId}/sms-sender")
class SmsSenderResource {

    /** Letters, digits and blanks between them, not digits alone: those would be a number. */
    private static final Pattern ALIAS =
            Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?");

    private final SmsSenders senders;
    private final AccessLog audit;
    private final String clinnis;

    SmsSenderResource(SmsSenders senders, AccessLog audit, SmsConfig config) {
        this.senders = senders;
        this.audit = audit;
        this.clinnis = config.sender();
    }

    /**
     * @param shownAs what patients see today: the alias once it is registered, else Clinni's
     */
    record SenderView(@Nullable String alias, State state, String shownAs) {}

    record SenderRequest(@Nullable String alias, State state) {}

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @NotRecorded(because = "a clinic's sender, and nothing of patients")
    public SenderView sender(@PathParam("clinicId") String clinicId) {
        ClinicId.of(clinicId);
        return view(QuarkusTransaction.requiringNew().call(() -> senders.of(clinicId)));
    }

    @PUT
    @AllowedTo({RESPONSABLE, CENTRO})
    @Recorded(AuditAction.SMS_SENDER_SAVED)
    @Consumes(MediaType.APPLICATION_JSON)
    public SenderView put(@PathParam("clinicId") String clinicId, SenderRequest request) {
        ClinicId.of(clinicId);
        var sender = checked(request);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            senders.put(clinicId, sender);
                            audit.done(AccessEntry.of(AuditAction.SMS_SENDER_SAVED).at(clinicId));
                        });
        return view(sender);
    }

    private SenderView view(Sender sender) {
        var alias = sender.alias();
        return new SenderView(
                alias, sender.state(), sender.isUsed() && alias != null ? alias : clinnis);
    }

    private static Sender checked(SenderRequest request) {
        if (request.alias() != null && !ALIAS.matcher(request.alias()).matches()) {
            throw Problem.of(
                    422,
                    "INVALID",
                    "alias",
                    "An alias has up to 11 letters and digits without accents, one letter at"
                            + " least.");
        }
        var state = request.state() == null ? State.UNREGISTERED : request.state();
        if (request.alias() == null && state != State.UNREGISTERED) {
            throw Problem.of(422, "NEEDS_ALIAS", "state", "Only an alias is registered.");
        }
        return new Sender(request.alias(), state);
    }
}
