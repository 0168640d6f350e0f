package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.MessageRequested;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Kind;
import com.clinni.reminders.template.Variable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Checks that a request is for a kind of message that services may request, and has that kind's
 * values.
 */
@ApplicationScoped
class RequestCheck {

    private final DefaultTemplates house;

    RequestCheck(DefaultTemplates house) {
        this.house = house;
    }

    /** What is wrong with it, if anything. What it leaves out is found when it is written. */
    Optional<Rendering.Refused> fault(MessageRequested request) {
        return house.kind(request.kind())
                .filter(Kind::isRequestable)
                .map(kind -> unknownVariable(request, kind))
                .orElseGet(() -> Optional.of(new Rendering.Refused(Cause.SCHEMA_INVALID, "kind")));
    }

    /** What nobody asked for may be what nobody should read. */
    private static Optional<Rendering.Refused> unknownVariable(
            MessageRequested request, Kind kind) {
        return request.variables().keySet().stream()
                .filter(
                        word ->
                                kind.given().keySet().stream()
                                        .noneMatch(variable -> variable.word().equals(word)))
                .findFirst()
                .map(word -> new Rendering.Refused(Cause.SCHEMA_INVALID, field(word)));
    }

    /** A word that nobody here knows may be anything, a patient's name too: it is not repeated. */
    private static String field(String word) {
        return Variable.KNOWN.stream().anyMatch(variable -> variable.word().equals(word))
                ? "variables." + word
                : "variables";
    }
}
