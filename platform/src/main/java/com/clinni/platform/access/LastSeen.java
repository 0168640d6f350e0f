package com.clinni.platform.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The moments when a session began and was last used, in a cookie that only a service can write.
 * Quarkus would refresh a session that was copied long ago; without a recent moment beside it, it
 * is over. Every node can judge it, and none remembers anything.
 */
@ApplicationScoped
class LastSeen {

    private static final String COOKIE = "last_seen";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 4;

    private final PagesConfig config;
    private final Clock clock;

    LastSeen(PagesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The cookie as it was read: whose session it is, when it began and when it was last used. */
    record Session(String subject, Instant begun, Instant used) {}

    /** The session that the request belongs to, where it was used a short while ago. */
    Optional<Session> recent(RoutingContext request) {
        return read(request)
                .filter(seen -> !seen.used().isBefore(clock.instant().minus(config.idle())));
    }

    void begin(RoutingContext request, String subject) {
        var now = clock.instant();
        write(request, new Session(subject, now, now));
    }

    void renew(RoutingContext request, Session session) {
        write(request, new Session(session.subject(), session.begun(), clock.instant()));
    }

    private void write(RoutingContext request, Session session) {
        var content =
                session.begun().toEpochMilli()
                        + "."
                        + session.used().toEpochMilli()
                        + "."
                        + ENCODER.encodeToString(
                                session.subject().getBytes(StandardCharsets.UTF_8));
        request.response()
                .addCookie(
                        Cookie.cookie(COOKIE, content + "." + ENCODER.encodeToString(sign(content)))
                                .setPath("/")
                                .setHttpOnly(true)
                                .setSecure(config.secureCookies())
                                .setSameSite(CookieSameSite.LAX));
    }

    private Optional<Session> read(RoutingContext request) {
        var cookie = request.request().getCookie(COOKIE);
        return cookie == null ? Optional.empty() : Optional.ofNullable(parse(cookie.getValue()));
    }

    private @Nullable Session parse(String value) {
        var parts = value.split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        try {
            var signature = Base64.getUrlDecoder().decode(parts[3]);
            var content = value.substring(0, value.lastIndexOf('.'));
            if (!MessageDigest.isEqual(sign(content), signature)) {
                return null;
            }
            var subject = Base64.getUrlDecoder().decode(parts[2]);
            return new Session(
                    new String(subject, StandardCharsets.UTF_8),
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    Instant.ofEpochMilli(Long.parseLong(parts[1])));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] sign(String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var secret = config.clientSecret().orElseThrow();
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal((COOKIE + "." + content).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign", e);
        }
    }
}
