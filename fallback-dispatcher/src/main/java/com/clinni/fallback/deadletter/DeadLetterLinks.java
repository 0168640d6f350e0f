package com.clinni.fallback.deadletter;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Links from a dead letter to the generations before and after it, and to the replay between,
 * looked up for all letters of a page at once. Runs in the caller's transaction.
 */
@ApplicationScoped
class DeadLetterLinks {

    private static final Sql LINKS = Sql.named("replays/links");

    private final Database database;

    DeadLetterLinks(Database database) {
        this.database = database;
    }

    /**
     * The links of one letter.
     *
     * @param replayOf the letter that it was before it was sent again
     * @param replayedAs the letter that it became, where it died again
     * @param replayId the replay by which a person sent it again
     */
    record Links(
            UUID id, @Nullable UUID replayOf, @Nullable UUID replayedAs, @Nullable UUID replayId) {

        static Links none(UUID id) {
            return new Links(id, null, null, null);
        }
    }

    Map<UUID, Links> of(Collection<UUID> ids) {
        return database
                .query(
                        LINKS,
                        Map.of("ids", ids),
                        row ->
                                new Links(
                                        row.uuid("id"),
                                        row.uuid("replay_of"),
                                        row.uuid("replayed_as"),
                                        row.uuid("replay_id")))
                .stream()
                .collect(Collectors.toMap(Links::id, Function.identity()));
    }
}
