package com.clinni.testbed.simulator.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sender names that may send SMS. Operators block the others; a number needs no registration.
 */
public final class SmsSenders {

    /** What Clinni's SMS come from when a clinic has no name of its own. */
    public static final String CLINNI = "Clinni";

    private volatile Set<String> registered = Set.of(CLINNI);

    /** From now on these and no others. */
    public void register(Collection<String> names) {
        registered = Set.copyOf(names);
    }

    public Set<String> registered() {
        return registered;
    }

    /** Without a sender the provider takes one of its own. */
    boolean allow(@Nullable String sender) {
        return sender == null || sender.matches("\\+?\\d{3,15}") || registered.contains(sender);
    }

    public static List<String> names(JsonNode body) {
        var names = new ArrayList<String>();
        body.path("registered").forEach(name -> names.add(name.asText()));
        return names;
    }
}
