package com.clinni.system;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A fictitious person with a number and an address that no other test uses. */
record TestPatient(String id, String firstName, String phone, String email) {

    /** A name that stands in no text of ours, so that finding it in a log is a leak. */
    static final String NAME = "Zoraida";

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    static TestPatient withPhoneAndEmail() {
        var n = NEXT.getAndIncrement();
        return new TestPatient(
                "patient-" + n,
                NAME,
                "+34600%06d".formatted(n),
                "patient.%d@example.com".formatted(n));
    }

    /** The same person, with a name and an address that can be looked for everywhere. */
    TestPatient called(String name) {
        return new TestPatient(id, name, phone, "%s.%s@example.com".formatted(name, id));
    }

    TestPatient withoutEmail() {
        return new TestPatient(id, firstName, phone, null);
    }

    TestPatient withoutPhone() {
        return new TestPatient(id, firstName, null, email);
    }

    Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("patientId", id);
        json.put("firstName", firstName);
        json.put("phone", phone);
        json.put("email", email);
        return json;
    }
}
