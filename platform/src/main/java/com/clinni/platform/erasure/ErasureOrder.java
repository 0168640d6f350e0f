package com.clinni.platform.erasure;

import com.clinni.platform.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An order to erase a patient of a clinic that is not done yet.
 *
 * @param erasedAt what was made later is a new patient's, and stays
 */
public record ErasureOrder(UUID erasureId, String clinicId, String patientId, Instant erasedAt) {

    /** The place before the oldest. */
    static final Map<String, Object> BEFORE_ALL =
            Map.of("erasedAt", Instant.EPOCH, "erasureId", new UUID(0, 0));

    static ErasureOrder of(Row row) throws SQLException {
        return new ErasureOrder(
                row.uuid("erasure_id"),
                row.text("clinic_id"),
                Objects.requireNonNull(row.text("patient_id"), "an open erasure of nobody"),
                row.instant("erased_at"));
    }

    /** Its values for statements, by name. */
    public Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("erasureId", erasureId);
        values.put("clinicId", clinicId);
        values.put("patientId", patientId);
        values.put("erasedAt", erasedAt);
        return values;
    }
}
