package com.clinni.appointments.manual.day;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.appointments.clinic.ClinicChannel;
import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.PageMessages;
import com.clinni.appointments.optout.LineOptOuts;
import com.clinni.appointments.reminder.PublicState;
import com.clinni.appointments.reminder.SkipReason;
import com.clinni.appointments.task.OpenTasks;
import com.clinni.events.Cause;
import com.clinni.events.contact.Checked;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final Sql ON_THE_DAY = Sql.named("day/of-clinic");
    private static final Sql OF_THAT_ID = Sql.named("day/one");

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
    private final OpenTasks tasks;
    private final LineOptOuts optOuts;

    DayReader(Database database, OpenTasks tasks, LineOptOuts optOuts) {
        this.optOuts = optOuts;
        this.database = database;
        this.tasks = tasks;
    }

    DayView of(
            Clinic clinic,
            LocalDate date,
            PageLanguage language,
            @Nullable String notice,
            Instant now) {
        var zone = clinic.zone();
        var visits =
                database.query(
                        ON_THE_DAY,
                        Map.of(
                                "clinicId", clinic.clinicId(),
                                "from", date.atStartOfDay(zone).toInstant(),
                                "to", date.plusDays(1).atStartOfDay(zone).toInstant(),
                                "most", MOST + 1),
                        row -> visit(row, clinic, language, now));
        var dateText =
                date.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(language.locale()));
        var shown = withOptOuts(visits.stream().limit(MOST).toList(), clinic.clinicId());
        var ids = shown.stream().map(DayView.Visit::appointmentId).collect(Collectors.toSet());
        return new DayView(
                clinic.clinicId(),
                clinic.name(),
                date,
                dateText,
                zone.getId(),
                shown,
                visits.size() > MOST,
                DayTasks.of(tasks.of(clinic.clinicId()), ids, zone, language),
                notice);
    }

    /** Whether all of a visit's reminders have been sent and nobody has a link in hand. */
    public boolean isAlreadySent(VisitId visit) {
        return database.query(
                        OF_THAT_ID,
                        Map.of(
                                "clinicId", visit.clinicId(),
                                "appointmentId", visit.appointmentId()),
                        row -> isAlreadySent(row, row.instant("link_at")))
                .contains(true);
    }

    private static DayView.Visit visit(Row row, Clinic clinic, PageLanguage language, Instant now)
            throws SQLException {
        var words = language.messages();
        var startsAt = row.instant("starts_at");
        var linkAt = row.instant("link_at");
        var cancelled = row.flag("cancelled");
        return new DayView.Visit(
                row.text("appointment_id"),
                row.number("plan_version"),
                TIME.format(startsAt.atZone(clinic.zone())),
                row.text("first_name"),
                row.text("phone"),
                cancelled,
                cancelled
                        ? List.of(CancellationKnowledge.of(row).text(words))
                        : reminders(row, clinic, language, words),
                false,
                whyNoLink(row, linkAt, now, words),
                linkAt != null && !linkAt.plus(TIME_TO_SEND).isAfter(now));
    }

    /** Whoever has a link in hand may still finish with it. */
    private static boolean isAlreadySent(Row row, @Nullable Instant linkAt) throws SQLException {
        return linkAt == null && isDone(row);
    }

    private static boolean isDone(Row row) throws SQLException {
        var states = row.text("states");
        return states == null
                ? row.instant("sent_at") != null
                : SENT.containsAll(Arrays.asList(states.split(",")));
    }

    private List<DayView.Visit> withOptOuts(List<DayView.Visit> visits, String clinicId) {
        var phones = new HashMap<String, String>();
        for (var visit : visits) {
            if (PhoneCheck.check(visit.phone()) instanceof Checked.Usable<PhoneNumber>(var phone)) {
                phones.put(visit.appointmentId(), phone.e164());
            }
        }
        var optedOut = optOuts.among(phones.values(), clinicId);
        return visits.stream()
                .map(
                        visit ->
                                visit.whoWroteStop(
                                        optedOut.contains(
                                                phones.getOrDefault(visit.appointmentId(), ""))))
                .toList();
    }

    private static List<String> reminders(
            Row row, Clinic clinic, PageLanguage language, PageMessages words) throws SQLException {
        var states = row.text("states");
        if (states != null) {
            return Arrays.stream(states.split(","))
                    .map(state -> inWords(state, language.isEnglish()))
                    .toList();
        }
        if (row.instant("sent_at") != null) {
            return List.of(words.sentByHand());
        }
        return List.of(
                clinic.channel() == ClinicChannel.NONE ? words.sendsNothing() : words.noReminder());
    }

    /** A state's word; of one that was skipped, with the reason why. */
    private static String inWords(String state, boolean inEnglish) {
        var parts = state.split(":", -1);
        var word = PublicState.valueOf(parts[0]).text(inEnglish);
        return parts.length < 3
                ? word
                : SkipReason.of(parts[1], parts[2])
                        .map(reason -> word + ": " + reason.text(inEnglish))
                        .orElse(word);
    }

    private static @Nullable String whyNoLink(
            Row row, @Nullable Instant linkAt, Instant now, PageMessages words)
            throws SQLException {
        if (row.flag("cancelled")) {
            return words.cancelled();
        }
        if (!row.instant("starts_at").isAfter(now)) {
            return words.over();
        }
        if (isAlreadySent(row, linkAt)) {
            return words.alreadySent();
        }
        if (Arrays.asList(row.text("opted_out").split(",")).contains("WHATSAPP")) {
            return words.optedOut();
        }
        var cause = PhoneCheck.check(row.text("phone")).causeOrNull();
        if (cause == null) {
            return null;
        }
        return cause == Cause.NO_ADDRESS ? words.noNumber() : words.notMobile();
    }
}
