package com.clinni.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.clinni.platform.http.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Signs the caller of a request in by its bearer token. A token that names clinics which cannot be
 * read is refused as a whole: a part of what somebody may see is nobody's intention.
 */
@ApplicationScoped
class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String EVERY_CLINIC = "*";
    private static final String CLINIC_ID = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}";
    private static final String SUBJECT = "[\\x21-\\x7E]{1,255}";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identities;
    private final AccessConfig config;

    SignIn(
            CurrentVertxRequest current,
            CurrentIdentityAssociation identities,
            AccessConfig config) {
        this.current = current;
        this.identities = identities;
        this.config = config;
    }

    /** Whoever sent the current request; a {@link Problem} where nobody can be made of it. */
    Caller caller() {
        // a person's session is for pages: its cookies say nothing here
        current.getCurrent().put(OidcUtils.TENANT_ID_ATTRIBUTE, OidcUtils.DEFAULT_TENANT_ID);
        var identity = identity();
        if (identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || token.getRawToken() == null) {
            throw Problem.of(UNAUTHORIZED, "SIGN_IN_REQUIRED", null);
        }
        return caller(SignedClaims.of(token.getRawToken()));
    }

    private SecurityIdentity identity() {
        try {
            return identities.getDeferredIdentity().await().atMost(PATIENCE);
        } catch (AuthenticationFailedException e) {
            throw Problem.of(UNAUTHORIZED, "TOKEN_REFUSED", null);
        } catch (OIDCException | TimeoutException e) {
            LOG.warnf("The identity provider gave no keys: %s", e.getClass().getSimpleName());
            throw Problem.of(UNAVAILABLE, "SIGN_IN_UNAVAILABLE", null);
        }
    }

    /** Whoever a token is about; a {@link Problem} where it says too little, or too much. */
    Caller caller(SignedClaims claims) {
        var subject =
                claims.subject()
                        .filter(written -> written.matches(SUBJECT))
                        .orElseThrow(() -> Problem.of(UNAUTHORIZED, "TOKEN_REFUSED", null));
        var roles = roles(claims);
        if (roles.isEmpty()) {
            throw Problem.of(FORBIDDEN, "NO_ROLE", null);
        }
        return Caller.signedIn(subject, roles, clinics(claims, roles));
    }

    /** The roles of ours that a token names. */
    Set<Role> roles(SignedClaims claims) {
        return claims.words(config.rolesClaim()).stream()
                .flatMap(word -> Role.named(word).stream())
                .collect(toUnmodifiableSet());
    }

    private ClinicScope clinics(SignedClaims claims, Set<Role> roles) {
        var named = claims.words(config.clinicsClaim());
        if (named.stream().allMatch(id -> id.matches(CLINIC_ID))) {
            return ClinicScope.of(Set.copyOf(named));
        }
        var mayNameAll = roles.contains(Role.SERVICIO) && !roles.contains(Role.CENTRO);
        if (mayNameAll && named.size() == 1 && named.contains(EVERY_CLINIC)) {
            return ClinicScope.EVERY;
        }
        throw Problem.of(FORBIDDEN, "CLINICS_CLAIM_REFUSED", null);
    }
}
