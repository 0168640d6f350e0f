package com.clinni.testbed.access;

import java.util.ArrayList;

/** The findings of a suite, told all at once: one route alone says little. */
final class Findings {

    private Findings() {}

    static void none(String what, Iterable<?> found) {
        var lines = new ArrayList<String>();
        found.forEach(each -> lines.add(each.toString()));
        if (!lines.isEmpty()) {
            throw new AssertionError(what + ":\n" + String.join("\n", lines));
        }
    }
}
