package com.clinni.platform.access;

import com.clinni.platform.access.LastSeen.Session;
import com.clinni.platform.http.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.runtime.OidcConstants;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs in whoever opened a page in a browser: by the session that the browser's cookies hold, else
 * at the identity provider, and back to the page. A session that nobody used for a while has ended,
 * whatever its tokens say. Whoever pressed a button without a session is told so: what was typed
 * would be lost on the way to the provider and back.
 */
@ApplicationScoped
class PageSignIn {

    private static final Logger LOG = Logger.getLogger(PageSignIn.class);

    /** The tenant of Quarkus that knows pages; the other one knows bearer tokens. */
    private static final String TENANT = "pages";

    /** Quarkus' own mark of a request by which a session begins. */
    private static final String NEW_SESSION = "new_authentication";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private final PagesConfig config;
    private final SignIn signIn;
    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identities;
    private final LastSeen lastSeen;
    private final SignOuts signOuts;
    private final ProviderProbe provider;
    private final List<String> audience;

    PageSignIn(
            PagesConfig config,
            SignIn signIn,
            CurrentVertxRequest current,
            CurrentIdentityAssociation identities,
            LastSeen lastSeen,
            SignOuts signOuts,
            ProviderProbe provider,
            @ConfigProperty(name = "quarkus.oidc.token.audience") List<String> audience) {
        this.config = config;
        this.signIn = signIn;
        this.current = current;
        this.identities = identities;
        this.lastSeen = lastSeen;
        this.signOuts = signOuts;
        this.provider = provider;
        this.audience = List.copyOf(audience);
    }

    /**
     * True for a route that answers a page, asked by a browser; a program that wants the same says
     * who it is by a token.
     */
    boolean isAsked(Method route, ContainerRequestContext request) {
        return config.clientSecret().isPresent()
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && answersPage(route)
                && request.getAcceptableMediaTypes().stream().anyMatch(PageSignIn::isHtml);
    }

    private static boolean answersPage(Method route) {
        var produces = route.getAnnotation(Produces.class);
        if (produces == null) {
            produces = route.getDeclaringClass().getAnnotation(Produces.class);
        }
        return produces != null
                && Stream.of(produces.value()).anyMatch(MediaType.TEXT_HTML::equals);
    }

    private static boolean isHtml(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).equals(MediaType.TEXT_HTML);
    }

    /** The person who asks; a {@link Problem} where she cannot be signed in, or may do nothing. */
    Caller caller() {
        var request = current.getCurrent();
        request.put(OidcUtils.TENANT_ID_ATTRIBUTE, TENANT);
        var session = session(request);
        var claims = claims(request);
        try {
            var caller = signIn.caller(claims);
            goOn(request, session, caller.subject());
            return caller;
        } catch (Problem refused) {
            // the next try begins at the provider: as somebody else, or with other rights
            SessionCookies.remove(request);
            throw refused;
        }
    }

    /** The session that goes on, if one does; whoever comes back from the provider has none yet. */
    private Optional<Session> session(RoutingContext request) {
        var session = lastSeen.recent(request).filter(each -> !signOuts.haveEnded(each));
        if (session.isEmpty() && SessionCookies.areIn(request)) {
            SessionCookies.remove(request);
            throw nobody(request);
        }
        return session;
    }

    private SignedClaims claims(RoutingContext request) {
        var claims = SignedClaims.of(accessToken(request));
        if (claims.words("aud").stream().noneMatch(audience::contains)) {
            throw Problem.of(UNAUTHORIZED, "TOKEN_REFUSED", null);
        }
        return claims;
    }

    /** The session goes on from now. It is hers only if the moment she was last seen is. */
    private void goOn(RoutingContext request, Optional<Session> session, String subject) {
        if (session.filter(each -> each.subject().equals(subject)).isEmpty()) {
            SessionCookies.remove(request);
            throw nobody(request);
        }
        lastSeen.renew(request, session.get());
    }

    private String accessToken(RoutingContext request) {
        try {
            var identity = identities.getDeferredIdentity().await().atMost(PATIENCE);
            String token = request.get(OidcConstants.ACCESS_TOKEN_VALUE);
            if (identity.isAnonymous() || token == null) {
                throw nobody(request);
            }
            return token;
        } catch (AuthenticationRedirectException e) {
            throw redirected(request, e);
        } catch (AuthenticationFailedException e) {
            throw isNoAnswer(e) ? unavailable(e) : nobody(request);
        } catch (AuthenticationCompletionException e) {
            throw isNoAnswer(e) ? unavailable(e) : Problem.of(UNAUTHORIZED, "SIGN_IN_FAILED", null);
        } catch (OIDCException | TimeoutException e) {
            throw unavailable(e);
        }
    }

    /** A session begins with the redirection that follows the provider's answer, or ends by one. */
    private RuntimeException redirected(
            RoutingContext request, AuthenticationRedirectException redirection) {
        String token = request.get(OidcConstants.ACCESS_TOKEN_VALUE);
        var person = Optional.ofNullable(token).map(SignedClaims::of).flatMap(this::person);
        if (signOuts.isAskedBy(request)) {
            person.ifPresent(signOuts::add);
            return provider.answers() ? redirection : signOuts.done();
        }
        if (request.get(NEW_SESSION) != null) {
            person.ifPresent(who -> lastSeen.begin(request, who.subject()));
        }
        return redirection;
    }

    /** The person whose session it is, whether or not she may do anything. */
    private Optional<Caller> person(SignedClaims claims) {
        return claims.subject()
                .map(who -> Caller.signedIn(who, signIn.roles(claims), ClinicScope.NONE));
    }

    /** A page that is read is worth the way to the provider; a form would arrive empty. */
    private RuntimeException nobody(RoutingContext request) {
        if (signOuts.isAskedBy(request)) {
            return signOuts.done();
        }
        var method = request.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            return Problem.of(UNAUTHORIZED, "SESSION_ENDED", null);
        }
        return provider.answers() ? new UnauthorizedException() : unavailable(null);
    }

    private static Problem unavailable(@Nullable Throwable cause) {
        LOG.warnf(
                "Nobody can sign in to pages: the identity provider does not answer%s",
                cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")");
        return Problem.of(UNAVAILABLE, "SIGN_IN_UNAVAILABLE", null);
    }

    private static boolean isNoAnswer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
