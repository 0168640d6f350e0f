package com.clinni.fallback.preferences;

import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.events.OptOutChanged;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that opted out: no SMS goes there, and nothing takes the place of a WhatsApp message, but
 * for the clinics that they asked to write again. A clinic's own e-mails are not concerned.
 */
@ApplicationScoped
public class PhoneOptOuts {

    private static final Sql STORE = Sql.named("opt-outs/store-phones");
    private static final Sql STORE_EXCEPTIONS = Sql.named("opt-outs/store-exceptions");
    private static final Sql OF = Sql.named("opt-outs/of-phone");

    private final Database database;

    PhoneOptOuts(Database database) {
        this.database = database;
    }

    /**
     * The last word of each number counts, in whatever order they come. Clinics that were asked to
     * write again are exceptions.
     */
    void store(List<OptOutChanged> told) {
        store(STORE, told.stream().filter(change -> change.clinicId() == null).toList());
        store(STORE_EXCEPTIONS, told.stream().filter(change -> change.clinicId() != null).toList());
    }

    private void store(Sql sql, List<OptOutChanged> told) {
        if (!told.isEmpty()) {
            database.update(sql, columns(told));
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
                                Map.of(
                                        "phone", phone.e164(),
                                        "clinicId", message.clinic().clinicId()),
                                row -> row.flag("opted_out"))
                        .getFirst();
    }

    private static Map<String, @Nullable Object> columns(List<OptOutChanged> told) {
        return Columns.of(told)
                .put("lines", OptOutChanged::line)
                .put("phones", o -> o.phone().e164())
                .put("outs", OptOutChanged::optedOut)
                .put("clinicIds", OptOutChanged::clinicId)
                .put("sequences", OptOutChanged::sequence)
                .map();
    }
}
