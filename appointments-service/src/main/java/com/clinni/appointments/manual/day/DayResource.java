package com.clinni.appointments.manual.day;

import static com.clinni.platform.access.Role.CENTRO;
import static com.clinni.platform.access.Role.RESPONSABLE;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.RetryingTransactions;
import com.clinni.appointments.VisitId;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.Clinics;
import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.sent.RequestOrigin;
import com.clinni.appointments.manual.sent.SentByHandReports;
import com.clinni.appointments.manual.sent.SentByHandReports.Reply;
import com.clinni.appointments.manual.sent.SentByHandResult;
import com.clinni.appointments.task.OpenTasks;
import com.clinni.events.audit.AuditAction;
import com.clinni.platform.access.AllowedTo;
import com.clinni.platform.audit.Recorded;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A clinic's day as a page for people. */
@Path("/clinics/{clinicId}")
@Produces({MediaType.TEXT_HTML, "application/problem+json"})
class DayResource {

    private final Clinics clinics;
    private final DayReader days;
    private final SentByHandReports byHand;
    private final OpenTasks tasks;
    private final Clock clock;
    private final IdleTimes idle;

    DayResource(
            Clinics clinics,
            DayReader days,
            SentByHandReports byHand,
            OpenTasks tasks,
            Clock clock,
            @ConfigProperty(name = "pages.idle", defaultValue = "PT30M") Duration idle) {
        this.clinics = clinics;
        this.days = days;
        this.byHand = byHand;
        this.tasks = tasks;
        this.clock = clock;
        this.idle = IdleTimes.of(idle);
    }

    @GET
    @Path("day")
    @AllowedTo({RESPONSABLE, CENTRO})
    @Recorded(AuditAction.DAY_READ)
    @Operation(summary = "A clinic's day as a page: visits, their reminders, sending by hand")
    public Response day(
            String clinicId,
            @Parameter(description = "yyyy-mm-dd; today unless said") @QueryParam("date")
                    @Nullable String date,
            @Parameter(description = "es or en; unless said Accept-Language, then the clinic's own")
                    @QueryParam("lang")
                    @Nullable String lang,
            @Parameter(description = "what came of the button that was pressed") @QueryParam("said")
                    @Nullable String said,
            @HeaderParam("Accept-Language") @Nullable String accepted,
            @Context HttpHeaders headers) {
        var clinic = clinics.named(clinicId);
        if (clinic.isEmpty()) {
            return DayRefusal.of(
                    Problem.of(404, "UNKNOWN_CLINIC", null),
                    headers,
                    PageLanguage.of(lang, accepted, null));
        }
        var language = PageLanguage.of(lang, accepted, clinic.get().language());
        var read = dateOf(date, clinic.get());
        if (read.isEmpty()) {
            return DayRefusal.of(Problem.of(400, FieldFault.INVALID, "date"), headers, language);
        }
        var notice = SentByHandResult.text(said, language.messages());
        var shown = days.of(clinic.get(), read.get(), language, notice, clock.instant());
        return DayPage.of(shown, idle, language);
    }

    /** Only this page's own buttons are pressed here. */
    @POST
    @Path("day")
    @AllowedTo({RESPONSABLE, CENTRO})
    @Recorded(AuditAction.SENT_BY_HAND)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "The page's buttons: sent by hand, or not; a task is done")
    public Response pressed(
            String clinicId,
            @FormParam("date") @Nullable String date,
            @FormParam("lang") @Nullable String lang,
            @FormParam("sent") @Nullable String sent,
            @FormParam("notSent") @Nullable String notSent,
            @Parameter(description = "the task that somebody saw to") @FormParam("done")
                    @Nullable String done,
            @Parameter(description = "of the visit, as the page showed it") @QueryParam("version")
                    @Nullable Long version,
            @Context HttpHeaders headers,
            @Context UriInfo asked) {
        var accepted = headers.getHeaderString("Accept-Language");
        var language = PageLanguage.of(lang, accepted, null);
        if (RequestOrigin.of(headers, asked) != RequestOrigin.OWN_PAGE) {
            return DayRefusal.of(Problem.of(403, "OTHER_ORIGIN", null), headers, language);
        }
        var pressed = sent == null ? notSent : sent;
        if (done != null && pressed == null) {
            return tickedOff(clinicId, done)
                    .map(problem -> DayRefusal.of(problem, headers, language))
                    .orElseGet(() -> back(clinicId, date, lang, ""));
        }
        if (pressed == null || done != null || (sent != null && notSent != null)) {
            return DayRefusal.of(Problem.of(400, FieldFault.INVALID, "sent"), headers, language);
        }
        var visit = new VisitId(clinicId, pressed);
        var said = sent == null ? byHand.notSent(visit, version) : byHand.sent(visit, version);
        return switch (said) {
            case Reply.Kept kept -> back(clinicId, date, lang, kept.result().name());
            case Reply.Refused(var problem) -> DayRefusal.of(problem, headers, language);
        };
    }

    /** What is wrong with it, if anything is. What somebody else saw to meanwhile is done, too. */
    private Optional<Problem> tickedOff(String clinicId, String done) {
        UUID task;
        try {
            task = UUID.fromString(done);
        } catch (IllegalArgumentException e) {
            return Optional.of(Problem.of(400, FieldFault.INVALID, "done"));
        }
        RetryingTransactions.once(() -> tasks.tickOff(clinicId, task, clock.instant()));
        return Optional.empty();
    }

    private static Response back(
            String clinicId, @Nullable String date, @Nullable String lang, String said) {
        return Response.seeOther(
                        UriBuilder.fromPath("/clinics/{id}/day")
                                .queryParam("date", "{date}")
                                .queryParam("lang", "{lang}")
                                .queryParam("said", "{said}")
                                .build(clinicId, orNothing(date), orNothing(lang), said))
                .build();
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Optional<LocalDate> dateOf(@Nullable String written, Clinic clinic) {
        if (written == null || written.isBlank()) {
            return Optional.of(clock.instant().atZone(clinic.zone()).toLocalDate());
        }
        try {
            return Optional.of(LocalDate.parse(written)).filter(date -> date.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
