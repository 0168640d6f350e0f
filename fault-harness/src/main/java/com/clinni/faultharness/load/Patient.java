package com.clinni.faultharness.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fictitious person with a number and an address that nobody else of the run has. */
public record Patient(String id, String firstName, @Nullable String phone, @Nullable String email) {

    /** Stands in no text of ours, so that finding it in a log is a leak. */
    public static final String NAME = "Zoraida";

    Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("patientId", id);
        json.put("firstName", firstName);
        json.put("phone", phone);
        json.put("email", email);
        return json;
    }

    @Override
    public String toString() {
        return id;
    }
}
