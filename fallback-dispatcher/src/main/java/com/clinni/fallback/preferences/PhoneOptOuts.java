package com.clinni.fallback.preferences;

import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.events.OptOutChanged;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that opted out: no SMS goes there, and nothing takes the place of a WhatsApp message, but
 * for the clinics that they asked to write again. A clinic's own e-mails are not concerned.
 */
@ApplicationScoped
public class PhoneOptOuts {

    private static final Sql STORE = Sql.named("opt-outs/store-phones");
    private static final Sql STORE_EXCEPTIONS = Sql.named("opt-outs/store-exceptions");
    private static final Sql AMONG = Sql.named("opt-outs/of-phones-among");

    private final Database database;
    private final KeyedDigest digest;

    PhoneOptOuts(Database database, KeyedDigest digest) {
        this.database = database;
        this.digest = digest;
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
        return concern(message, channel) && among(List.of(message)).test(message, channel);
    }

    /** Tells which of these messages must not leave over a channel. Asked once for all of them. */
    public BiPredicate<MessageReady, Channel> among(Collection<MessageReady> messages) {
        var askable = messages.stream().filter(m -> m.recipient().phone() != null).toList();
        if (askable.isEmpty()) {
            return (_, _) -> false;
        }
        var optedOut =
                Set.copyOf(
                        database.query(
                                AMONG,
                                Columns.of(askable)
                                        .put("phones", PhoneOptOuts::phone)
                                        .put("keys", this::key)
                                        .put("clinicIds", m -> m.clinic().clinicId())
                                        .map(),
                                row ->
                                        new PhoneAtClinic(
                                                row.text("phone"), row.text("clinic_id"))));
        return (message, channel) ->
                concern(message, channel)
                        && optedOut.contains(
                                new PhoneAtClinic(phone(message), message.clinic().clinicId()));
    }

    /** A number as one clinic writes to it. Prints nothing of it. */
    private record PhoneAtClinic(@Nullable String phone, String clinicId) {

        @Override
        public String toString() {
            return "PhoneAtClinic[" + clinicId + "]";
        }
    }

    private static boolean concern(MessageReady message, Channel channel) {
        return channel == Channel.SMS || message.clinic().channel() == Channel.WHATSAPP;
    }

    private static @Nullable String phone(MessageReady message) {
        var phone = message.recipient().phone();
        return phone == null ? null : phone.e164();
    }

    private @Nullable String key(MessageReady message) {
        var phone = message.recipient().phone();
        return phone == null ? null : digest.of(phone).toString();
    }

    /** Numbers are kept as keyed digests: a no outlives all else that is known of a patient. */
    private Map<String, @Nullable Object> columns(List<OptOutChanged> told) {
        return Columns.of(told)
                .put("lines", OptOutChanged::line)
                .put("phones", o -> digest.of(o.phone()).toString())
                .put("outs", OptOutChanged::optedOut)
                .put("clinicIds", OptOutChanged::clinicId)
                .put("sequences", OptOutChanged::sequence)
                .map();
    }
}
