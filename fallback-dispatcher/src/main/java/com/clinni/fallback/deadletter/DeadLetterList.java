package com.clinni.fallback.deadletter;

import com.clinni.fallback.problem.PageNumber;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of dead letters, the newest first. */
@ApplicationScoped
class DeadLetterList implements PanacheRepositoryBase<DeadLetter, UUID> {

    /** One page and how many there are on all of them. */
    record Found(long total, List<DeadLetter> letters) {}

    Found find(DeadLetterFilter filter, Instant now) {
        var conditions = new ArrayList<>(List.of("diedOf is not null"));
        var values = new HashMap<String, Object>();
        add(conditions, values, "state = :state", "state", filter.state());
        add(conditions, values, "cause = :cause", "cause", filter.cause());
        add(conditions, values, "clinicId = :clinic", "clinic", filter.clinic());
        add(
                conditions,
                values,
                "appointmentId = :appointment",
                "appointment",
                filter.appointment());
        add(conditions, values, "topic = :topic", "topic", filter.topic());
        add(conditions, values, "diedAt >= :from", "from", filter.from());
        add(conditions, values, "diedAt < :to", "to", filter.to());
        if (filter.inTime() != null) {
            conditions.add(
                    filter.inTime()
                            ? "(sendBefore is null or sendBefore > :now)"
                            : "sendBefore <= :now");
            values.put("now", now);
        }
        var found =
                find(String.join(" and ", conditions), Sort.descending("diedAt", "id"), values)
                        .page(Page.of(filter.page().number(), PageNumber.SIZE));
        return new Found(found.count(), found.list());
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
