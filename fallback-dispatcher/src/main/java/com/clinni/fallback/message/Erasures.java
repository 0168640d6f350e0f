package com.clinni.fallback.message;

import com.clinni.events.PatientErased;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The erasures that were asked for, known by keyed digests: what was made before one is not taken
 * in, however late it comes.
 */
@ApplicationScoped
public class Erasures {

    private static final Sql ASK = Sql.named("erasure/ask");
    private static final Sql AMONG = Sql.named("erasure/among");

    private final Database database;
    private final KeyedDigest digest;

    public Erasures(Database database, KeyedDigest digest) {
        this.database = database;
        this.digest = digest;
    }

    /**
     * Something that was said of a clinic's patient.
     *
     * @param madeAt a message's due time: it is published after it, and one of a visit that was
     *     booked after an erasure is due after that too
     */
    public record Said(String clinicId, String patientId, Instant madeAt) {}

    public void ask(List<PatientErased> asked) {
        database.update(
                ASK,
                Columns.of(asked)
                        .put("erasureIds", PatientErased::erasureId)
                        .put("clinicIds", PatientErased::clinicId)
                        .put("patients", a -> digest.ofPatient(a.clinicId(), a.patientId()))
                        .put("patientIds", PatientErased::patientId)
                        .put("ats", PatientErased::erasedAt)
                        .map());
    }

    /** Those of these whose patient was erased since; one statement for all. */
    public Collection<Said> among(Collection<Said> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        var keys = new HashMap<Said, UUID>();
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
                .filter(each -> times.containsKey(each.getValue()))
                .filter(
                        each ->
                                !each.getKey()
                                        .madeAt()
                                        .isAfter(times.getOrDefault(each.getValue(), Instant.MIN)))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }
}
