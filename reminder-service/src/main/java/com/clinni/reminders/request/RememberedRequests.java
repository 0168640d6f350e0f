package com.clinni.reminders.request;

import com.clinni.events.ClinicProfile;
import com.clinni.events.EventJson;
import com.clinni.events.MessageRequested;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requests seen so far, each with its hash and the clinic's profile at that time. So a repeated
 * request is rendered the same way, and a different one under the same id is recognised. An entry
 * stays, whatever becomes of the caller's transaction.
 */
@ApplicationScoped
public class RememberedRequests {

    private static final Sql REMEMBER = Sql.named("requests/remember");
    private static final Sql REMEMBERED = Sql.named("requests/remembered");
    private static final Sql GIVE_UP = Sql.named("requests/give-up");

    private final Database database;

    RememberedRequests(Database database) {
        this.database = database;
    }

    /** What is remembered of these so far, by id. */
    public Map<UUID, Remembered> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database
                        .query(
                                REMEMBERED,
                                Map.of("reminderIds", List.copyOf(ids)),
                                RememberedRequests::remembered)
                        .stream()
                        .collect(Collectors.toMap(Remembered::reminderId, Function.identity()));
    }

    /**
     * Remembers those that are new, or begin again after they were given up; tells what is
     * remembered of each, by its id.
     *
     * @param profiles the clinics of all of them, by id
     */
    public Map<UUID, Remembered> remember(
            List<ReceivedRequest> requests, Map<String, ClinicProfile> profiles, Instant now) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        var values = values(requests, now);
        values.put(
                "profiles",
                requests.stream()
                        .map(asked -> profiles.get(asked.clinicId()))
                        .map(EventJson::write)
                        .toList());
        update(REMEMBER, values);
        return of(requests.stream().map(ReceivedRequest::id).toList());
    }

    /** Dead letters stand for these, each of that generation. */
    public void giveUp(List<ReceivedRequest> requests, Instant now) {
        if (!requests.isEmpty()) {
            update(GIVE_UP, values(requests, now));
        }
    }

    private void update(Sql sql, Map<String, Object> values) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql, values));
    }

    private static Map<String, Object> values(List<ReceivedRequest> requests, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("reminderIds", requests.stream().map(ReceivedRequest::id).toList());
        values.put("clinicIds", requests.stream().map(ReceivedRequest::clinicId).toList());
        values.put("generations", requests.stream().map(ReceivedRequest::generation).toList());
        values.put(
                "hashes", requests.stream().map(asked -> RequestHash.of(asked.request())).toList());
        values.put("forgetAfters", requests.stream().map(asked -> asked.forgetAfter(now)).toList());
        return values;
    }

    private static Remembered remembered(Row row) throws SQLException {
        var profile = row.bytes("profile");
        return new Remembered(
                row.uuid("reminder_id"),
                row.integer("generation"),
                row.flag("given_up"),
                row.bytes("content_hash"),
                profile == null ? null : EventJson.readBack(ClinicProfile.class, profile));
    }

    /**
     * A generation of a request, at first sight.
     *
     * @param profile unless it is given up and its clinic was never known
     */
    public record Remembered(
            UUID reminderId,
            int generation,
            boolean givenUp,
            byte[] hash,
            @Nullable ClinicProfile profile) {

        /** Whether that id was used for another message, which was not given up. */
        public boolean isOther(MessageRequested request) {
            return !givenUp && !RequestHash.isOf(request, hash);
        }
    }
}
