package com.clinni.fallback.preferences;

import com.clinni.events.MessageReady;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.fallback.preferences.PreferenceLinks.Holder;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Addresses, and patients, that do not want to hear from a clinic by e-mail, as they said by a
 * link. An address is meant whoever it belongs to at the clinic: ids and the spelling of names
 * change. The patient is meant too, so that a new address does not undo what she said. Runs in the
 * caller's transaction.
 */
@ApplicationScoped
public class EmailOptOuts {

    private static final Sql ADD_ADDRESS = Sql.named("opt-outs/add-address");
    private static final Sql ADD_PATIENT = Sql.named("opt-outs/add-patient");
    private static final Sql REMOVE_ADDRESS = Sql.named("opt-outs/remove-address");
    private static final Sql REMOVE_PATIENT = Sql.named("opt-outs/remove-patient");
    private static final Sql AMONG = Sql.named("opt-outs/of-email-among");

    private final Database database;
    private final KeyedDigest digest;
    private final Clock clock;

    EmailOptOuts(Database database, KeyedDigest digest, Clock clock) {
        this.database = database;
        this.digest = digest;
        this.clock = clock;
    }

    /** One who said no to a clinic: a patient, or an address whoever it belongs to. */
    private record Objector(String clinicId, @Nullable String patientId, @Nullable UUID address) {}

    /** Tells which messages of these clinics must not leave by e-mail. Asked once for a claim. */
    public Predicate<MessageReady> among(Collection<String> clinicIds) {
        var objectors = objectors(clinicIds);
        return message -> {
            var email = message.recipient().email();
            return isBarred(
                    objectors,
                    message.clinic().clinicId(),
                    message.recipient().patientId(),
                    email == null ? null : digest.of(email));
        };
    }

    boolean contains(Holder holder) {
        return isBarred(
                objectors(List.of(holder.clinicId())),
                holder.clinicId(),
                holder.patientId(),
                holder.address());
    }

    /** False if it was so already. */
    boolean add(Holder holder) {
        return change(ADD_PATIENT, ADD_ADDRESS, holder);
    }

    /** False if it was so already. */
    boolean remove(Holder holder) {
        return change(REMOVE_PATIENT, REMOVE_ADDRESS, holder);
    }

    private Set<Objector> objectors(Collection<String> clinicIds) {
        return Set.copyOf(
                database.query(
                        AMONG,
                        Map.of("clinics", clinicIds),
                        row ->
                                new Objector(
                                        row.text("clinic_id"),
                                        row.text("patient_id"),
                                        row.uuid("address"))));
    }

    private static boolean isBarred(
            Set<Objector> objectors, String clinicId, String patientId, @Nullable UUID address) {
        return objectors.contains(new Objector(clinicId, patientId, null))
                || (address != null && objectors.contains(new Objector(clinicId, null, address)));
    }

    private boolean change(Sql patient, Sql address, Holder holder) {
        var values = about(holder.clinicId(), holder.patientId(), holder.address());
        values.put("now", clock.instant());
        var changed = database.update(patient, values);
        return changed + (holder.address() == null ? 0 : database.update(address, values)) > 0;
    }

    private static Map<String, @Nullable Object> about(
            String clinicId, String patientId, @Nullable UUID address) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("clinic", clinicId);
        values.put("patient", patientId);
        values.put("address", address);
        return values;
    }
}
