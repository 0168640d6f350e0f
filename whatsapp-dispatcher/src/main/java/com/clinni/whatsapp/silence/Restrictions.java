package com.clinni.whatsapp.silence;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.line.health.HealthSource;
import com.clinni.whatsapp.line.health.LineObserver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Restrictions that a receipt told of end when WhatsApp confirms a message which was sent later.
 * That the gateway accepts one proves nothing there: it had accepted the refused one, too.
 */
@ApplicationScoped
class Restrictions {

    private static final Sql LIFTED = Sql.named("silence/restriction-lifted");

    private final Database database;
    private final LineObserver observer;

    Restrictions(Database database, LineObserver observer) {
        this.database = database;
        this.observer = observer;
    }

    void endWhereLifted(Line line) {
        database.first(LIFTED, Map.of("line", line.name()), row -> row.text("name"))
                .ifPresent(name -> observer.recovered(name, HealthSource.RECEIPT));
    }
}
