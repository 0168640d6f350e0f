package com.clinni.faultharness.check;

/**
 * A violation of a rule.
 *
 * @param id of the reminder, message or clinic
 */
public record Violation(ViolationKind kind, String id, String why) {

    @Override
    public String toString() {
        return kind + " " + id + ": " + why;
    }
}
