package com.clinni.appointments.agenda.importing;

import com.clinni.appointments.agenda.importing.VisitKey.Kind;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The keys by which visits of agendas are found again. */
@ApplicationScoped
class AgendaVisitRows {

    private static final Sql WITH_KEYS = Sql.named("agenda-visits/with-keys");
    private static final Sql FORGET_DAYS = Sql.named("agenda-visits/forget-days");
    private static final Sql ADD = Sql.named("agenda-visits/add");
    private static final Sql FOLLOW = Sql.named("agenda-visits/follow");

    private final Database database;

    AgendaVisitRows(Database database) {
        this.database = database;
    }

    /** All keys of a visit, and whether an agenda cancelled it. */
    record Keys(VisitKeys keys, boolean isOffByAgenda) {}

    /** By appointment, those of every visit of the clinic that has one of these. */
    Map<String, Keys> withKeys(String clinicId, Collection<UUID> keys) {
        var found = new HashMap<String, List<VisitKey>>();
        var off = new HashMap<String, Boolean>();
        var asked = Map.of("clinicId", clinicId, "keys", keys);
        for (var row : database.query(WITH_KEYS, asked, AgendaVisitRows::read)) {
            var id = row.visit().appointmentId();
            off.merge(id, row.visit().isOff(), Boolean::logicalOr);
            found.computeIfAbsent(id, i -> new ArrayList<>()).add(row.key());
        }
        var all = new HashMap<String, Keys>();
        found.forEach(
                (id, list) ->
                        all.put(id, new Keys(VisitKeys.of(list), off.getOrDefault(id, false))));
        return all;
    }

    private static KeptKey read(Row row) throws SQLException {
        return new KeptKey(
                new KeptVisit(
                        row.text("appointment_id"),
                        row.instant("starts_at"),
                        row.flag("off_by_agenda")),
                new VisitKey(row.constant("kind", Kind.class), row.uuid("agenda_key")));
    }

    /** Visits that an agenda has moved to another day are no longer found on their old one. */
    void forgetDays(String clinicId, List<String> appointmentIds) {
        if (!appointmentIds.isEmpty()) {
            database.update(
                    FORGET_DAYS, Map.of("clinicId", clinicId, "appointmentIds", appointmentIds));
        }
    }

    /** Adds the keys that a visit does not have yet. */
    void add(String clinicId, List<KeptKey> keys) {
        if (!keys.isEmpty()) {
            database.update(
                    ADD,
                    Columns.of(keys)
                            .put("keys", row -> row.key().key())
                            .put("kinds", row -> row.key().kind().name())
                            .put("appointmentIds", row -> row.visit().appointmentId())
                            .put("starts", row -> row.visit().startsAt())
                            .put("off", row -> row.visit().isOff())
                            .with("clinicId", clinicId)
                            .map());
        }
    }

    /** All keys of changed visits follow them. */
    void follow(String clinicId, List<KeptVisit> visits) {
        if (!visits.isEmpty()) {
            database.update(
                    FOLLOW,
                    Columns.of(visits)
                            .put("appointmentIds", KeptVisit::appointmentId)
                            .put("starts", KeptVisit::startsAt)
                            .put("off", KeptVisit::isOff)
                            .with("clinicId", clinicId)
                            .map());
        }
    }

    /**
     * A visit as it stands now.
     *
     * @param isOff an agenda cancelled it
     */
    record KeptVisit(String appointmentId, Instant startsAt, boolean isOff) {}

    /** A key of it. */
    record KeptKey(KeptVisit visit, VisitKey key) {}
}
