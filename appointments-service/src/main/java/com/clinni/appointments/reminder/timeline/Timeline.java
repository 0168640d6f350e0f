package com.clinni.appointments.reminder.timeline;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.SkipReason;
import com.clinni.appointments.reminder.timeline.ReminderView.Step;
import com.clinni.events.contact.MaskedContact;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was planned and what became of it. */
@ApplicationScoped
class Timeline {

    private static final Sql OF_APPOINTMENT = Sql.named("timeline/of-appointment");
    private static final Sql OF_CLINIC = Sql.named("timeline/of-clinic");
    private static final Sql HISTORY = Sql.named("timeline/history");
    private static final Sql APPOINTMENT_EXISTS = Sql.named("timeline/appointment-exists");

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Database database;

    Timeline(Database database) {
        this.database = database;
    }

    /** What a clinic's list may be narrowed by. */
    record Filter(@Nullable PublicState state, Instant from, Instant to, int page, int size) {}

    boolean knows(VisitId visit) {
        return database.first(APPOINTMENT_EXISTS, asked(visit), row -> true).isPresent();
    }

    List<ReminderView> ofAppointment(VisitId visit, boolean inEnglish) {
        return withHistory(
                database.query(OF_APPOINTMENT, asked(visit), row -> told(row, inEnglish)),
                inEnglish);
    }

    private static Map<String, String> asked(VisitId visit) {
        return Map.of("clinicId", visit.clinicId(), "appointmentId", visit.appointmentId());
    }

    List<ReminderView> ofClinic(String clinicId, Filter filter, boolean inEnglish) {
        var wanted = new HashMap<String, Object>();
        wanted.put("clinicId", clinicId);
        wanted.put("state", filter.state());
        wanted.put("from", filter.from());
        wanted.put("to", filter.to());
        wanted.put("size", filter.size());
        wanted.put("skipped", (long) filter.page() * filter.size());
        return withHistory(
                database.query(OF_CLINIC, wanted, row -> told(row, inEnglish)), inEnglish);
    }

    private List<ReminderView> withHistory(List<ReminderView> reminders, boolean inEnglish) {
        record Reported(UUID reminderId, Step step) {}
        Map<UUID, List<Step>> reported =
                database
                        .query(
                                HISTORY,
                                Map.of(
                                        "reminderIds",
                                        reminders.stream().map(ReminderView::reminderId).toList()),
                                row ->
                                        new Reported(
                                                row.uuid("reminder_id"), reported(row, inEnglish)))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Reported::reminderId,
                                        Collectors.mapping(Reported::step, Collectors.toList())));
        return reminders.stream()
                .map(view -> merged(view, reported.getOrDefault(view.reminderId(), List.of())))
                .toList();
    }

    /**
     * Our own steps frame what was reported. A withdrawal that is reported is told once; what a
     * person did stands where it happened.
     */
    private static ReminderView merged(ReminderView view, List<Step> reported) {
        var steps = new ArrayList<Step>();
        view.history().stream().filter(own -> !isEnd(own)).forEach(steps::add);
        steps.addAll(reported);
        var isReported = reported.stream().anyMatch(step -> step.what() == PublicState.CANCELLED);
        for (var end : view.history().stream().filter(Timeline::isEnd).toList()) {
            if (end.what() == PublicState.SENT_BY_HAND) {
                steps.add(placeOf(end, steps), end);
            } else if (view.state() == PublicState.CANCELLED && !isReported) {
                steps.add(end);
            }
        }
        return view.withHistory(steps);
    }

    private static boolean isEnd(Step own) {
        return own.what() == PublicState.CANCELLED || own.what() == PublicState.SENT_BY_HAND;
    }

    private static int placeOf(Step step, List<Step> among) {
        var place = among.size();
        while (place > 0 && among.get(place - 1).at().isAfter(step.at())) {
            place--;
        }
        return place;
    }

    private static Step reported(Row row, boolean inEnglish) throws SQLException {
        var what = PublicState.valueOf(row.text("what"));
        return new Step(
                row.instant("at"),
                what,
                what.text(inEnglish),
                row.text("channel"),
                row.text("cause"),
                row.text("detail"),
                what == PublicState.SKIPPED
                        ? SkipReason.of(row.text("detail"), row.text("cause"))
                                .map(reason -> reason.text(inEnglish))
                                .orElse(null)
                        : null,
                row.integer("generation") > 1 ? row.integer("generation") : null);
    }

    private static ReminderView told(Row row, boolean inEnglish) throws SQLException {
        var state = PublicState.valueOf(row.text("state"));
        var zone = row.text("zone");
        var dueAt = row.instant("due_at");
        return new ReminderView(
                row.uuid("reminder_id"),
                row.text("kind"),
                row.text("appointment_id"),
                MaskedContact.of(row.text("first_name"), row.text("phone"), row.text("email")),
                row.number("appointment_version"),
                dueAt,
                row.instant("send_before"),
                zone,
                LOCAL.format(dueAt.atZone(ZoneId.of(zone))),
                state,
                state.text(inEnglish),
                null,
                channelOf(row),
                row.flag("possible_duplicate"),
                row.instant("link_at"),
                ownSteps(row, inEnglish));
    }

    /** The channel last reported on; before that the clinic's own. */
    private static @Nullable String channelOf(Row row) throws SQLException {
        var reported = row.text("channel");
        if (reported != null) {
            return reported;
        }
        var clinics = row.text("clinic_channel");
        return clinics.equals("NONE") ? null : clinics;
    }

    private static List<Step> ownSteps(Row row, boolean inEnglish) throws SQLException {
        var steps = new ArrayList<Step>();
        var planned = PublicState.SCHEDULED;
        steps.add(step(row.instant("planned_at"), planned, row.text("planned_by"), inEnglish));
        var published = row.instant("published_at");
        if (published != null) {
            steps.add(step(published, PublicState.QUEUED, "PUBLISHED", inEnglish));
        }
        var withdrawn = row.instant("withdrawn_at");
        if (withdrawn != null) {
            steps.add(withdrawal(row, withdrawn, inEnglish));
        }
        return steps;
    }

    private static Step withdrawal(Row row, Instant at, boolean inEnglish) throws SQLException {
        var by = row.text("withdrawn_by");
        return by == null
                ? step(at, PublicState.CANCELLED, row.text("withdrawn_because"), inEnglish)
                : step(at, PublicState.SENT_BY_HAND, by, inEnglish);
    }

    private static Step step(
            Instant at, PublicState what, @Nullable String detail, boolean inEnglish) {
        return new Step(at, what, what.text(inEnglish), null, null, detail);
    }
}
