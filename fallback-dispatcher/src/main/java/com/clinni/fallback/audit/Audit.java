package com.clinni.fallback.audit;

import com.clinni.fallback.problem.PageNumber;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The audit trail: one row for each action of a person, written in the same transaction as the
 * action itself.
 */
@ApplicationScoped
public class Audit implements PanacheRepository<Audit.Entry> {

    /** Who acts while there is no sign-in. */
    public static final String LOCAL = "local";

    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /** One thing a person did. */
    @Entity
    @Table(name = "audit")
    public static class Entry {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public long id;

        public Instant at;
        public String who;
        public String action;
        public String subject;
        public String reason;
        public String detail;
    }

    /**
     * Remembers an action.
     *
     * @param subject an id, never contact data
     * @param detail counts or codes, never contact data
     */
    public void record(String action, String subject, String reason, String detail) {
        var entry = new Entry();
        entry.at = clock.instant();
        entry.who = LOCAL;
        entry.action = action;
        entry.subject = subject;
        entry.reason = reason;
        entry.detail = detail;
        persist(entry);
    }

    List<Entry> newest(PageNumber page) {
        return findAll(Sort.descending("id")).page(page.number(), PageNumber.SIZE).list();
    }
}
