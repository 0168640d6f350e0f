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
 * The moment when a session was last used, in a cookie that only a service can write. Quarkus would
 * refresh a session that was copied long ago; without a recent moment beside it, it is over. Every
 * node can judge it, and none remembers anything.
 */
@ApplicationScoped
class LastSeen {

    private static final String COOKIE = "last_seen";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 3;

    private final PagesConfig config;
    private final Clock clock;

    LastSeen(PagesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The cookie as it was read: who was seen when. */
    private record Moment(Instant at, String subject) {}

    boolean isRecent(RoutingContext request) {
        return read(request)
                .filter(seen -> !seen.at().isBefore(clock.instant().minus(config.idle())))
                .isPresent();
    }

    /** True where it is that person whose moment it is. */
    boolean isOf(RoutingContext request, String subject) {
        return read(request).filter(seen -> seen.subject().equals(subject)).isPresent();
    }

    void renew(RoutingContext request, String subject) {
        var content =
                clock.instant().getEpochSecond()
                        + "."
                        + ENCODER.encodeToString(subject.getBytes(StandardCharsets.UTF_8));
        request.response()
                .addCookie(
                        Cookie.cookie(COOKIE, content + "." + ENCODER.encodeToString(sign(content)))
                                .setPath("/")
                                .setHttpOnly(true)
                                .setSecure(config.secureCookies())
                                .setSameSite(CookieSameSite.LAX));
    }

    private Optional<Moment> read(RoutingContext request) {
        var cookie = request.request().getCookie(COOKIE);
        return cookie == null ? Optional.empty() : Optional.ofNullable(parse(cookie.getValue()));
    }

    private @Nullable Moment parse(String value) {
        var parts = value.split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        try {
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            if (!MessageDigest.isEqual(sign(parts[0] + "." + parts[1]), signature)) {
                return null;
            }
            var subject = Base64.getUrlDecoder().decode(parts[1]);
            return new Moment(
                    Instant.ofEpochSecond(Long.parseLong(parts[0])),
                    new String(subject, StandardCharsets.UTF_8));
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
