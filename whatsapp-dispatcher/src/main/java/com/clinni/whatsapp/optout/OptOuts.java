package com.clinni.whatsapp.optout;

import com.clinni.events.OptOutChanged;
import com.clinni.events.audit.AuditAction;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.audit.AccessEntry;
import com.clinni.platform.audit.AccessLog;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import com.clinni.whatsapp.message.Origins;
import com.clinni.whatsapp.message.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Numbers that opted out of a line, but for the clinics that they asked to write again. From the
 * commit on nothing that was not claimed before leaves for them, and others are told by the same
 * transaction. Runs in the caller's.
 */
@ApplicationScoped
public class OptOuts {

    private static final Logger LOG = Logger.getLogger(OptOuts.class);
    private static final Sql OPT_OUT = Sql.named("opt-outs/opt-out");
    private static final Sql OPT_IN = Sql.named("opt-outs/opt-in");
    private static final Sql SAME_PERSON = Sql.named("opt-outs/same-person");

    private final Database database;
    private final Suppressions suppressions;
    private final Outbox outbox;
    private final OptOutConfig config;
    private final AccessLog log;
    private final KeyedDigest digest;
    private final Clock clock;

    OptOuts(
            Database database,
            Suppressions suppressions,
            Outbox outbox,
            OptOutConfig config,
            AccessLog log,
            KeyedDigest digest,
            Clock clock) {
        this.config = config;
        this.log = log;
        this.digest = digest;
        this.database = database;
        this.suppressions = suppressions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes those out that are not out already.
     *
     * @return what changed
     */
    public List<OptOutChanged> optOut(List<OptOutRequest> leaving) {
        var changed =
                change(
                        OPT_OUT,
                        Map.of(
                                "lines", leaving.stream().map(OptOutRequest::line).toList(),
                                "phones", leaving.stream().map(l -> l.phone().e164()).toList(),
                                "keys", leaving.stream().map(l -> key(l.phone())).toList(),
                                "ats", leaving.stream().map(OptOutRequest::at).toList(),
                                "clockTolerance", config.clockTolerance(),
                                "now", clock.instant()));
        suppressions.of(
                changed.stream().map(OptOutChanged::line).toList(),
                changed.stream().map(c -> c.phone().e164()).toList());
        return changed;
    }

    /**
     * A number has turned out to be that of somebody who opted out under another one, if it has.
     */
    public void follow(String line, PhoneNumber phone) {
        database.first(
                        SAME_PERSON,
                        Map.of("line", line, "phone", phone.e164()),
                        row -> new OptOutRequest(line, phone, row.instant("since")))
                .ifPresent(request -> optOut(List.of(request)));
    }

    /**
     * A clinic was asked to write again. It is an exception for that clinic, on every line.
     *
     * @return what changed; empty when that clinic may write to it anyway
     */
    List<OptOutChanged> optIn(String clinicId, PhoneNumber phone, String reason) {
        var changed =
                change(
                        OPT_IN,
                        Map.of(
                                "phone", phone.e164(),
                                "key", key(phone),
                                "clinicId", clinicId,
                                "now", clock.instant()));
        if (!changed.isEmpty()) {
            log.done(AccessEntry.of(AuditAction.OPTED_IN).at(clinicId).because(reason));
        }
        return changed;
    }

    /** By which a number stands that nothing else is known of any more. */
    private String key(PhoneNumber phone) {
        return digest.of(phone).toString();
    }

    private List<OptOutChanged> change(Sql sql, Map<String, ?> values) {
        var changed = database.query(sql, values, OptOuts::read);
        if (!changed.isEmpty()) {
            outbox.add(
                    changed.stream()
                            .map(event -> Publication.of(event, Origins.SOURCE, event.at()))
                            .toList());
        }
        changed.forEach(
                c ->
                        LOG.infof(
                                "line %s change %d: opted %s by %s",
                                c.line(),
                                c.sequence(),
                                c.clinicId() == null ? "out" : "in",
                                c.by()));
        return changed;
    }

    /** A clinic's exception leaves the number out, for every other. */
    private static OptOutChanged read(Row row) throws SQLException {
        var clinicId = row.text("clinic_id");
        return new OptOutChanged(
                new PhoneNumber(row.text("phone")),
                row.text("line"),
                row.flag("opted_out") || clinicId != null,
                row.instant("at"),
                row.constant("by", OptOutChanged.By.class),
                clinicId,
                row.number("id"));
    }
}
