package com.clinni.appointments.reminder.timeline;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Database;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.timeline.ReminderView.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what was planned and what became of it. */
@ApplicationScoped
class Timeline {

    private static final String COLUMNS =
            """
            SELECT r.*, c.zone, c.channel AS clinic_channel, h.link_at FROM reminder r
            JOIN clinic c USING (clinic_id)
            LEFT JOIN by_hand h
              ON h.appointment_id = r.appointment_id AND h.plan_version = r.appointment_version
              AND r.kind = 'reminder'
            """;

    private static final String OF_APPOINTMENT =
            COLUMNS
                    + """
                    WHERE r.appointment_id = ? AND r.state <> 'DROPPED'
                    ORDER BY r.appointment_version, r.due_at, r.reminder_id
                    """;

    private static final String OF_CLINIC =
            COLUMNS
                    + """
                    WHERE r.clinic_id = ? AND r.state <> 'DROPPED'
                      AND (?::text IS NULL OR r.state = ?)
                      AND r.due_at >= ? AND r.due_at < ?
                    ORDER BY r.due_at, r.reminder_id LIMIT ? OFFSET ?
                    """;

    private static final String HISTORY =
            """
            SELECT * FROM reminder_history WHERE reminder_id = ANY (?::uuid[])
            ORDER BY reminder_id, generation, sequence
            """;

    private static final String APPOINTMENT_EXISTS =
            "SELECT 1 FROM appointment WHERE appointment_id = ?";

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Database database;

    Timeline(Database database) {
        this.database = database;
    }

    /** What a clinic's list may be narrowed by. */
    record Filter(PublicState state, Instant from, Instant to, int page, int size) {}

    boolean knows(String appointmentId) {
        return !database.query(APPOINTMENT_EXISTS, row -> true, appointmentId).isEmpty();
    }

    List<ReminderView> ofAppointment(String appointmentId, boolean inEnglish) {
        return withHistory(
                database.query(OF_APPOINTMENT, row -> told(row, inEnglish), appointmentId),
                inEnglish);
    }

    List<ReminderView> ofClinic(String clinicId, Filter filter, boolean inEnglish) {
        var state = filter.state() == null ? null : filter.state().name();
        return withHistory(
                database.query(
                        OF_CLINIC,
                        row -> told(row, inEnglish),
                        clinicId,
                        state,
                        state,
                        filter.from(),
                        filter.to(),
                        filter.size(),
                        (long) filter.page() * filter.size()),
                inEnglish);
    }

    private List<ReminderView> withHistory(List<ReminderView> reminders, boolean inEnglish) {
        record Reported(UUID reminderId, Step step) {}
        Map<UUID, List<Step>> reported =
                database
                        .query(
                                HISTORY,
                                row ->
                                        new Reported(
                                                row.getObject("reminder_id", UUID.class),
                                                reported(row, inEnglish)),
                                (Object)
                                        reminders.stream()
                                                .map(ReminderView::reminderId)
                                                .toArray(UUID[]::new))
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

    private static Step reported(ResultSet row, boolean inEnglish) throws SQLException {
        var what = PublicState.valueOf(row.getString("what"));
        return new Step(
                instant(row, "at"),
                what,
                what.text(inEnglish),
                row.getString("channel"),
                row.getString("cause"),
                row.getString("detail"));
    }

    private static ReminderView told(ResultSet row, boolean inEnglish) throws SQLException {
        var state = PublicState.valueOf(row.getString("state"));
        var zone = row.getString("zone");
        var dueAt = instant(row, "due_at");
        return new ReminderView(
                row.getObject("reminder_id", UUID.class),
                row.getString("kind"),
                row.getString("appointment_id"),
                row.getLong("appointment_version"),
                dueAt,
                instant(row, "send_before"),
                zone,
                LOCAL.format(dueAt.atZone(ZoneId.of(zone))),
                state,
                state.text(inEnglish),
                channelOf(row),
                row.getBoolean("possible_duplicate"),
                instant(row, "link_at"),
                ownSteps(row, inEnglish));
    }

    /** The channel last reported on; before that the clinic's own. */
    private static String channelOf(ResultSet row) throws SQLException {
        var reported = row.getString("channel");
        if (reported != null) {
            return reported;
        }
        var clinics = row.getString("clinic_channel");
        return clinics.equals("NONE") ? null : clinics;
    }

    private static List<Step> ownSteps(ResultSet row, boolean inEnglish) throws SQLException {
        var steps = new ArrayList<Step>();
        var planned = PublicState.SCHEDULED;
        steps.add(
                step(instant(row, "planned_at"), planned, row.getString("planned_by"), inEnglish));
        var published = instant(row, "published_at");
        if (published != null) {
            steps.add(step(published, PublicState.QUEUED, "PUBLISHED", inEnglish));
        }
        var withdrawn = instant(row, "withdrawn_at");
        if (withdrawn != null) {
            steps.add(withdrawal(row, withdrawn, inEnglish));
        }
        return steps;
    }

    private static Step withdrawal(ResultSet row, Instant at, boolean inEnglish)
            throws SQLException {
        var by = row.getString("withdrawn_by");
        return by == null
                ? step(at, PublicState.CANCELLED, row.getString("withdrawn_because"), inEnglish)
                : step(at, PublicState.SENT_BY_HAND, by, inEnglish);
    }

    private static Step step(Instant at, PublicState what, String detail, boolean inEnglish) {
        return new Step(at, what, what.text(inEnglish), null, null, detail);
    }
}
