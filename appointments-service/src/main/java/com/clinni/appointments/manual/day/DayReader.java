package com.clinni.appointments.manual.day;

import static com.clinni.appointments.Database.instant;

import com.clinni.appointments.Database;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Cause;
import com.clinni.events.contact.PhoneCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a day: one query for all its visits, over the index that has a clinic's visits by their
 * start.
 */
@ApplicationScoped
public class DayReader {

    /** How long somebody may take with WhatsApp until it is asked whether it was sent. */
    static final Duration TIME_TO_SEND = Duration.ofMinutes(10);

    /** More than any clinic's day, and few enough for a page. */
    static final int MOST = 500;

    /** A correction is shown where it stands in the place of a reminder; then that one is not. */
    private static final String VISIT =
            """
            SELECT a.appointment_id, a.plan_version, a.starts_at, a.first_name, a.phone, a.opted_out, h.link_at, h.sent_at,
                (SELECT coalesce(
                     array_agg(r.state ORDER BY r.due_at, r.reminder_id) FILTER (WHERE r.kind = 'reminder'),
                     array_agg(r.state)) FROM reminder r
                 WHERE r.appointment_id = a.appointment_id AND r.appointment_version = a.plan_version
                   AND r.state <> 'DROPPED' AND r.withdrawn_because IS DISTINCT FROM 'SAID_ALREADY') AS states
            FROM appointment a
            LEFT JOIN by_hand h ON h.appointment_id = a.appointment_id AND h.plan_version = a.plan_version
            """;

    private static final String ON_THE_DAY =
            VISIT
                    + """
                    WHERE a.clinic_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND NOT a.cancelled
                    ORDER BY a.starts_at, a.appointment_id LIMIT ?
                    """;

    private static final String OF_THAT_ID = VISIT + "WHERE a.appointment_id = ?";

    private static final Set<String> SENT =
            Stream.of(
                            PublicState.SENT,
                            PublicState.DELIVERED,
                            PublicState.READ,
                            PublicState.SENT_BY_HAND)
                    .map(PublicState::name)
                    .collect(Collectors.toUnmodifiableSet());

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Database database;

    DayReader(Database database) {
        this.database = database;
    }

    DayView of(Clinic clinic, LocalDate date, PageTexts words, String notice, Instant now) {
        var zone = clinic.zone();
        var visits =
                database.query(
                        ON_THE_DAY,
                        row -> visit(row, clinic, words, now),
                        clinic.clinicId(),
                        date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant(),
                        MOST + 1);
        var dateText =
                date.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(words.locale()));
        return new DayView(
                clinic.clinicId(),
                clinic.name(),
                date,
                dateText,
                zone.getId(),
                visits.stream().limit(MOST).toList(),
                visits.size() > MOST,
                notice);
    }

    /** Whether all of a visit's reminders have been sent and nobody has a link in hand. */
    public boolean isAlreadySent(String appointmentId) {
        return database.query(
                        OF_THAT_ID,
                        row -> isAlreadySent(row, instant(row, "link_at")),
                        appointmentId)
                .contains(true);
    }

    private static DayView.Visit visit(ResultSet row, Clinic clinic, PageTexts words, Instant now)
            throws SQLException {
        var startsAt = instant(row, "starts_at");
        var linkAt = instant(row, "link_at");
        return new DayView.Visit(
                row.getString("appointment_id"),
                row.getLong("plan_version"),
                TIME.format(startsAt.atZone(clinic.zone())),
                row.getString("first_name"),
                row.getString("phone"),
                reminders(row, words),
                startsAt.isAfter(now) ? whyNoLink(row, linkAt, words) : words.over(),
                linkAt != null && !linkAt.plus(TIME_TO_SEND).isAfter(now));
    }

    /** Whoever has a link in hand may still finish with it. */
    private static boolean isAlreadySent(ResultSet row, Instant linkAt) throws SQLException {
        return linkAt == null && isDone(row);
    }

    private static boolean isDone(ResultSet row) throws SQLException {
        var states = row.getArray("states");
        return states == null
                ? instant(row, "sent_at") != null
                : SENT.containsAll(Arrays.asList((String[]) states.getArray()));
    }

    private static List<String> reminders(ResultSet row, PageTexts words) throws SQLException {
        var states = row.getArray("states");
        if (states == null) {
            return List.of(
                    instant(row, "sent_at") == null ? words.noReminder() : words.sentByHand());
        }
        return Arrays.stream((String[]) states.getArray())
                .map(state -> PublicState.valueOf(state).text(words.isEnglish()))
                .toList();
    }

    private static String whyNoLink(ResultSet row, Instant linkAt, PageTexts words)
            throws SQLException {
        if (isAlreadySent(row, linkAt)) {
            return words.alreadySent();
        }
        if (Arrays.asList(row.getString("opted_out").split(",")).contains("WHATSAPP")) {
            return words.optedOut();
        }
        var cause = PhoneCheck.check(row.getString("phone")).causeOrNull();
        if (cause == null) {
            return null;
        }
        return cause == Cause.NO_ADDRESS ? words.noNumber() : words.notMobile();
    }
}
