package com.clinni.faultharness.check;

/**
 * One thing that is wrong.
 *
 * @param id of the reminder, message or clinic
 */
public record Violation(ViolationKind kind, String id, String why) {

    @Override
    public String toString() {
        return kind + " " + id + ": " + why;
    }
}
