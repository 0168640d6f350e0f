package com.clinni.platform.access;

import java.util.Set;

/**
 * Whoever asks for something: a person, another service, this service itself, or nobody.
 *
 * @param subject the token's subject, or the name of the service's own task; never a person's name
 *     or address
 * @param isThisService true for loops, consumers and start code; never for what came with a token
 */
public record Caller(String subject, Set<Role> roles, ClinicScope clinics, boolean isThisService) {

    /** Nobody is known: no role, and no clinic. */
    public static final Caller NOBODY = new Caller("nobody", Set.of(), ClinicScope.NONE, false);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** This service, at a task of its own such as {@code publish-due-reminders}. */
    public static Caller thisService(String task) {
        return new Caller(task, Set.of(), ClinicScope.EVERY, true);
    }

    /** A person or another service, by a token. */
    public static Caller signedIn(String subject, Set<Role> roles, ClinicScope clinics) {
        return new Caller(subject, roles, clinics, false);
    }

    public boolean hasAny(Set<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }
}
