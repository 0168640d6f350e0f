package com.clinni.platform.http;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a caller expects to replace, from the header {@code If-Match}.
 *
 * @param tags entity tags without their quotes; empty when everything may be replaced
 */
public record IfMatch(Set<String> tags) {

    private static final int PRECONDITION_FAILED = 412;
    private static final String ANY = "*";

    /** Reads the header, if there is one. */
    public static IfMatch read(@Nullable String header) {
        return header == null
                ? new IfMatch(Set.of())
                : new IfMatch(
                        Arrays.stream(header.split(","))
                                .map(tag -> tag.strip().replaceAll("^(?:W/)?\"|\"$", ""))
                                .collect(Collectors.toSet()));
    }

    /** Refuses to replace another version than was expected; 0 is what nobody has saved yet. */
    public void check(long version) {
        if (!allows(version)) {
            throw Problem.of(PRECONDITION_FAILED, "VERSION_CONFLICT", null);
        }
    }

    /** A star expects that something was saved. */
    boolean allows(long version) {
        return tags.isEmpty()
                || tags.contains(Long.toString(version))
                || (tags.contains(ANY) && version > 0);
    }
}
