package com.clinni.reminders.authoring;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The versions that a caller expects to replace, from the header {@code If-Match}.
 *
 * @param tags entity tags without their quotes; empty when everything may be replaced
 */
record IfMatch(Set<String> tags) {

    private static final String ANY = "*";

    static IfMatch read(String header) {
        return header == null
                ? new IfMatch(Set.of())
                : new IfMatch(
                        Arrays.stream(header.split(","))
                                .map(tag -> tag.strip().replaceAll("^(?:W/)?\"|\"$", ""))
                                .collect(Collectors.toSet()));
    }

    /** A star expects that something was saved. */
    boolean allows(int version) {
        return tags.isEmpty()
                || tags.contains(Integer.toString(version))
                || (tags.contains(ANY) && version > 0);
    }
}
