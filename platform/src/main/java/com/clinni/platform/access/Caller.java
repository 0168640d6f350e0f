package com.clinni.platform.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person, another service, this service itself, or nobody: whoever asks for something.
 *
 * @param subject the token's subject, or the name of the service's own task; never a person's name
 *     or address
 * @param claimed the clinics that the token names: they bound the roles that are given for clinics
 * @param isThisService true for loops, consumers and start code; never for what came with a token
 */
public record Caller(String subject, Set<Role> roles, ClinicScope claimed, boolean isThisService) {

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
    public static Caller signedIn(String subject, Set<Role> roles, ClinicScope claimed) {
        return new Caller(subject, roles, claimed, false);
    }

    /** The clinics that the caller may see: every one, where a role of theirs is for every one. */
    public ClinicScope clinics() {
        return roles.stream().allMatch(Role::isGivenForClinics) ? claimed : ClinicScope.EVERY;
    }

    /**
     * The roles as the access log names them: of somebody with two roles both, since it was with
     * the rights of both that they acted.
     */
    public String rolesOnRecord() {
        if (isThisService) {
            return "THIS_SERVICE";
        }
        return roles.isEmpty()
                ? "NOBODY"
                : roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    /** True where one of these roles is the caller's. */
    public boolean hasAny(Collection<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    /** True where one of these roles is the caller's at that clinic. */
    public boolean hasAnyAt(String clinicId, Collection<Role> any) {
        return any.stream()
                .filter(roles::contains)
                .anyMatch(role -> !role.isGivenForClinics() || claimed.contains(clinicId));
    }
}
