package com.clinni.fallback.preferences;

import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.events.OptOutChanged;
import com.clinni.fallback.database.Database;
import com.clinni.fallback.database.Parameters;
import com.clinni.fallback.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Numbers that opted out: no SMS goes there, and nothing takes the place of a WhatsApp message. A
 * clinic's own e-mails are not concerned.
 */
@ApplicationScoped
public class PhoneOptOuts {

    private static final Sql STORE = Sql.file("opt-out-store");
    private static final Sql OF = Sql.file("opt-out-of");

    private final Database database;

    PhoneOptOuts(Database database) {
        this.database = database;
    }

    /** The last word of each number counts, in whatever order they come. */
    void store(List<OptOutChanged> told) {
        if (!told.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> database.update(STORE, columns(told)));
        }
    }

    /** Whether this message must not leave over that channel. Asked in the claim. */
    public boolean bar(MessageReady message, Channel channel) {
        var concerned = channel == Channel.SMS || message.clinic().channel() == Channel.WHATSAPP;
        var phone = message.recipient().phone();
        return concerned
                && phone != null
                && database.query(
                                OF,
                                Parameters.of("phone", phone.e164()),
                                row -> row.flag("opted_out"))
                        .getFirst();
    }

    private static Parameters columns(List<OptOutChanged> told) {
        return Parameters.none()
                .column("lines", "text", told, OptOutChanged::line)
                .column("phones", "text", told, o -> o.phone().e164())
                .column("outs", "bool", told, OptOutChanged::optedOut)
                .column("sequences", "int8", told, OptOutChanged::sequence);
    }
}
