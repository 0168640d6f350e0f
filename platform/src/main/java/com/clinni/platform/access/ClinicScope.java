package com.clinni.platform.access;

import java.util.Set;

/**
 * The clinics that a caller may see and change: every one, or those that are named. No id has a
 * comma, which stands between ids where PostgreSQL is told of them.
 *
 * @param named empty where it is every clinic, or none
 */
public record ClinicScope(boolean every, Set<String> named) {

    /** No clinic at all. */
    public static final ClinicScope NONE = new ClinicScope(false, Set.of());

    /** All clinics, those included that do not exist yet. */
    public static final ClinicScope EVERY = new ClinicScope(true, Set.of());

    public ClinicScope {
        named = Set.copyOf(named);
        if (named.stream().anyMatch(id -> id.contains(","))) {
            throw new IllegalArgumentException("a clinic's id has no comma");
        }
    }

    /** These clinics and no other. */
    public static ClinicScope of(Set<String> clinicIds) {
        return new ClinicScope(false, clinicIds);
    }

    public boolean contains(String clinicId) {
        return every || named.contains(clinicId);
    }
}
