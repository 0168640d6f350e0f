package com.clinni.appointments.erasure;

import com.clinni.appointments.erasure.PatientErasure.Erasure;
import com.clinni.events.PatientErasureReported;
import com.clinni.events.Topics;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The progress of erasures: which services have nothing of the patient left. */
@ApplicationScoped
class ErasureProgress {

    private static final String HERE = "appointments-service";
    private static final List<String> ELSEWHERE =
            List.of("reminder-service", "whatsapp-dispatcher", "fallback-dispatcher");

    private static final Sql STORE = Sql.named("erasure/store-reports");
    private static final Sql REPORTS = Sql.named("erasure/reports");

    private final Database database;

    ErasureProgress(Database database) {
        this.database = database;
    }

    /**
     * Progress of an erasure, over all services.
     *
     * @param done whether every service is
     * @param topicsForgetAt when the broker has deleted the last event about the patient; later,
     *     while a service is not done
     * @param deadLettersForgetAt the same of dead letters
     */
    record View(
            UUID erasureId,
            Instant erasedAt,
            boolean done,
            List<ServiceView> services,
            Instant topicsForgetAt,
            Instant deadLettersForgetAt) {}

    /**
     * Progress of one service.
     *
     * @param doneAt none while it is not done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServiceView(String service, Instant askedAt, @Nullable Instant doneAt) {}

    /** Keeps what services told. */
    void store(List<PatientErasureReported> told) {
        database.update(
                STORE,
                Columns.of(told)
                        .put("erasureIds", PatientErasureReported::erasureId)
                        .put("services", PatientErasureReported::service)
                        .put("ats", PatientErasureReported::at)
                        .map());
    }

    View of(Erasure erasure) {
        var done = new HashMap<String, Instant>();
        database.query(
                REPORTS,
                Map.of("erasureId", erasure.erasureId()),
                row -> done.put(row.text("service"), row.instant("done_at")));
        done.put(HERE, erasure.erasedAt());
        var services =
                Stream.concat(Stream.of(HERE), ELSEWHERE.stream())
                        .map(each -> new ServiceView(each, erasure.erasedAt(), done.get(each)))
                        .toList();
        var last = done.values().stream().max(Comparator.naturalOrder()).orElse(erasure.erasedAt());
        return new View(
                erasure.erasureId(),
                erasure.erasedAt(),
                services.stream().allMatch(each -> each.doneAt() != null),
                services,
                last.plus(Topics.EVENT_RETENTION).plus(Topics.DELETION),
                last.plus(Topics.DEAD_LETTER_RETENTION).plus(Topics.DELETION));
    }
}
