package com.clinni.platform.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roles that a token can name, in the claim that {@code access.roles-claim} tells. A person
 * with two has the rights of both.
 */
public enum Role {
    /** Reads for all clinics, masked. */
    CONSULTA,
    /** Support: reads, sends again, discards, unmasks with a reason. */
    SOPORTE,
    /** Head of support: everything, at every clinic. */
    RESPONSABLE,
    /** Reception of one or more clinics: those only. */
    CENTRO,
    /** Another service: the routes made for machines. */
    SERVICIO;

    /** The role by its name in a token, in lower case; none of ours is nobody's. */
    static Optional<Role> named(String claim) {
        return Stream.of(values()).filter(each -> each.claim().equals(claim)).findFirst();
    }

    /** The role's name in a token. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for a role that somebody has at the clinics which the token names, and nowhere else. */
    public boolean isGivenForClinics() {
        return this == CENTRO || this == SERVICIO;
    }
}
