package com.clinni.platform.erasure;

import com.clinni.events.PatientErased;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The erasures that were asked for, known by keyed digests: what was made before one is not taken
 * in, however late it comes.
 */
@ApplicationScoped
public class Erasures {

    private static final Sql ASK = Sql.named("erasures/ask");
    private static final Sql AMONG = Sql.named("erasures/among");

    private final Database database;
    private final Instance<KeyedDigest> digests;

    /**
     * @param digests none in a service that remembers nothing of a patient after an erasure
     */
    Erasures(Database database, Instance<KeyedDigest> digests) {
        this.database = database;
        this.digests = digests;
    }

    /**
     * Something that was said of a clinic's patient.
     *
     * @param madeAt a message's due time: it is published after it, and one of a visit that was
     *     booked after an erasure is due after that too
     */
    public record Said(String clinicId, String patientId, Instant madeAt) {}

    /** Keeps orders, in the caller's transaction. Asked twice it is one. */
    public void ask(List<PatientErased> asked) {
        database.update(
                ASK,
                Columns.of(asked)
                        .put("erasureIds", PatientErased::erasureId)
                        .put("clinicIds", PatientErased::clinicId)
                        .put("patients", a -> key(a.clinicId(), a.patientId()))
                        .put("patientIds", PatientErased::patientId)
                        .put("ats", PatientErased::erasedAt)
                        .map());
    }

    /** Those of these whose patient was erased since; one statement for all. */
    public Set<Said> among(Collection<Said> said) {
        if (said.isEmpty()) {
            return Set.of();
        }
        var keys = new HashMap<Said, UUID>();
        var digest = digests.get();
        said.forEach(each -> keys.put(each, digest.ofPatient(each.clinicId(), each.patientId())));
        var times = new HashMap<UUID, Instant>();
        database.query(
                AMONG,
                Columns.of(keys.entrySet())
                        .put("clinicIds", each -> each.getKey().clinicId())
                        .put("patients", Map.Entry::getValue)
                        .map(),
                row -> times.put(row.uuid("patient"), row.instant("erased_at")));
        return keys.entrySet().stream()
                .filter(each -> isBefore(each.getKey().madeAt(), times.get(each.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private @Nullable UUID key(String clinicId, String patientId) {
        return digests.isResolvable() ? digests.get().ofPatient(clinicId, patientId) : null;
    }

    private static boolean isBefore(Instant madeAt, @Nullable Instant erasedAt) {
        return erasedAt != null && !madeAt.isAfter(erasedAt);
    }
}
