package com.clinni.reminders.request;

import com.clinni.events.ClinicProfile;
import com.clinni.events.EventJson;
import com.clinni.events.MessageRequested;
import com.clinni.reminders.database.Database;
import com.clinni.reminders.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers of each request what it said and for which clinic as it was then, so that the same
 * message asked for again goes the same way, and another under the same id is noticed.
 */
@ApplicationScoped
public class RememberedRequests {

    /** A dead letter is kept for 30 days and may be replayed until then. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final Sql REMEMBER = Sql.named("remember-requests");
    private static final Sql REMEMBERED = Sql.named("remembered-requests");
    private static final Sql FORGET = Sql.named("forget-requests");

    private final Database database;

    RememberedRequests(Database database) {
        this.database = database;
    }

    /** A request, and its clinic as it is known now. */
    public record Known(MessageRequested request, ClinicProfile profile) {}

    /** What was remembered at first sight. */
    public record Remembered(UUID reminderId, byte[] hash, ClinicProfile profile) {

        /** Whether that request asks for the same message. */
        public boolean isOf(MessageRequested request) {
            return Arrays.equals(hash, ContentHash.of(request));
        }
    }

    /** Remembers those that are new, and tells what is remembered of each, by its id. */
    public Map<UUID, Remembered> remember(List<Known> requests, Instant now) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        var ids = requests.stream().map(known -> known.request().reminderId()).toList();
        database.update(
                REMEMBER,
                Map.of(
                        "reminderIds",
                        ids,
                        "hashes",
                        requests.stream().map(known -> ContentHash.of(known.request())).toList(),
                        "profiles",
                        requests.stream().map(known -> EventJson.write(known.profile())).toList(),
                        "forgetAfters",
                        requests.stream().map(known -> forgetAfter(known, now)).toList()));
        return database
                .query(
                        REMEMBERED,
                        Map.of("reminderIds", ids),
                        row ->
                                new Remembered(
                                        row.uuid("reminder_id"),
                                        row.bytes("content_hash"),
                                        EventJson.readBack(
                                                ClinicProfile.class, row.bytes("profile"))))
                .stream()
                .collect(Collectors.toMap(Remembered::reminderId, Function.identity()));
    }

    int forget(Instant now) {
        return database.update(FORGET, Map.of("now", now));
    }

    private static Instant forgetAfter(Known known, Instant now) {
        var worthless = known.request().sendBefore();
        return (worthless.isAfter(now) ? worthless : now).plus(KEPT);
    }
}
