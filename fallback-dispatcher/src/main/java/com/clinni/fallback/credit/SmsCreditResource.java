package com.clinni.fallback.credit;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.CONSULTA;
import static com.clinni.platform.access.Role.RESPONSABLE;
import static com.clinni.platform.access.Role.SOPORTE;

import com.clinni.events.audit.AuditAction;
import com.clinni.fallback.credit.SmsAccounts.Balance;
import com.clinni.fallback.credit.SmsAccounts.TopUp;
import com.clinni.fallback.problem.ClinicId;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.audit.AccessReason;
import com.clinni.platform.audit.NotRecorded;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Prepaid SMS credit of one clinic, in segments. */
@Path("/clinics/{clinicId}/sms-credit")
class SmsCreditResource {

    private static final String REFERENCE = "[\\x21-\\x7E][\\x20-\\x7E]{0,99}";
    private static final int MOST = 1_000_000;

    private final SmsAccounts accounts;
    private final AccessLog audit;

    SmsCreditResource(SmsAccounts accounts, AccessLog audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    record TopUpRequest(Integer segments, String reference, @Nullable String reason) {}

    @GET
    @AllowedTo({CONSULTA, SOPORTE, RESPONSABLE, CENTRO})
    @NotRecorded(because = "a clinic's credit, and nothing of patients")
    public Balance balance(@PathParam("clinicId") String clinicId) {
        ClinicId.of(clinicId);
        return QuarkusTransaction.requiringNew().call(() -> accounts.balance(clinicId));
    }

    @POST
    @AllowedTo(RESPONSABLE)
    @Recorded(AuditAction.SMS_CREDIT_TOPPED_UP)
    @Path("/top-ups")
    @Consumes(MediaType.APPLICATION_JSON)
    public Balance topUp(@PathParam("clinicId") String clinicId, TopUpRequest request) {
        ClinicId.of(clinicId);
        checked(request);
        return QuarkusTransaction.requiringNew().call(() -> book(clinicId, request));
    }

    private Balance book(String clinicId, TopUpRequest request) {
        switch (accounts.topUp(clinicId, request.segments(), request.reference())) {
            case TopUp.ADDED ->
                    audit.done(
                            AccessEntry.of(AuditAction.SMS_CREDIT_TOPPED_UP)
                                    .at(clinicId)
                                    .about(request.reference())
                                    .because(AccessReason.of(request.reason())));
            case TopUp.REPEATED -> {
                // the answer is the same as the first time
            }
            case TopUp.CONFLICT ->
                    throw Problem.of(
                            409,
                            "REFERENCE_REUSED",
                            "reference",
                            "This reference was booked with other segments.");
        }
        return accounts.balance(clinicId);
    }

    private static void checked(TopUpRequest request) {
        if (request.segments() == null) {
            throw Problem.of(400, "MISSING", "segments", "Segments are needed.");
        }
        if (request.segments() < 1 || request.segments() > MOST) {
            throw Problem.of(
                    422,
                    "OUT_OF_RANGE",
                    "segments",
                    "Segments are a number from 1 to " + MOST + ".");
        }
        if (request.reference() == null || !request.reference().matches(REFERENCE)) {
            throw Problem.of(
                    400,
                    "INVALID",
                    "reference",
                    "A reference of up to 100 plain characters is needed.");
        }
        AccessReason.of(request.reason());
    }
}
