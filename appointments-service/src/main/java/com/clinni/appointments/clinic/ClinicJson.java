package com.clinni.appointments.clinic;

import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.clinic.ClinicBody.QuietHoursBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of clinics, which tells a field that says null from one that is not there: no quiet
 * hours is a choice, and silence about them is none.
 */
@ApplicationScoped
class ClinicJson {

    private static final String QUIET_HOURS = "quietHours";

    /** Fields whose null is a value of its own; elsewhere null asks for the default. */
    private static final Set<String> MAY_BE_NULL = Set.of("phone", "address", QUIET_HOURS);

    private final ObjectMapper json;

    ClinicJson(ObjectMapper json) {
        this.json = json;
    }

    /** The settings of a request. A clinic that does not speak of quiet hours has the night. */
    ClinicBody body(ObjectNode said) throws JsonProcessingException {
        var settings = said.deepCopy();
        if (!settings.has(QUIET_HOURS)) {
            settings.set(QUIET_HOURS, json.valueToTree(QuietHoursBody.NIGHT));
        }
        return json.treeToValue(settings, ClinicBody.class);
    }

    /**
     * A clinic's settings after a merge patch (RFC 7396). A null stays in them: it means what it
     * means to a PUT.
     */
    ObjectNode patched(Clinic clinic, ObjectNode patch) {
        var settings = settings(clinic);
        for (var field : patch.properties()) {
            settings.set(field.getKey(), merged(settings.get(field.getKey()), field.getValue()));
        }
        return settings;
    }

    private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode old ? old.deepCopy() : changes.objectNode();
        for (var field : changes.properties()) {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.get(field.getKey()), field.getValue()));
            }
        }
        return result;
    }

    /** One for each setting that a request did not speak of and that it changed all the same. */
    List<FieldWarning> resets(ObjectNode said, Clinic before, Clinic after) {
        var is = settings(after);
        var resets = new ArrayList<FieldWarning>();
        for (var setting : settings(before).properties()) {
            var field = setting.getKey();
            var now = is.path(field);
            if (!isSaid(said, field) && !setting.getValue().equals(now)) {
                resets.add(reset(field, setting.getValue(), now));
            }
        }
        return resets;
    }

    private static boolean isSaid(ObjectNode said, String field) {
        return MAY_BE_NULL.contains(field) ? said.has(field) : said.hasNonNull(field);
    }

    private static FieldWarning reset(String field, JsonNode was, JsonNode is) {
        return new FieldWarning(
                "RESET",
                field,
                "Left out, so it has its default again: it was %s and is %s."
                        .formatted(was, is.isMissingNode() ? "null" : is));
    }

    private ObjectNode settings(Clinic clinic) {
        return json.valueToTree(ClinicBody.of(clinic));
    }
}
