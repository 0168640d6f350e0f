package com.clinni.testbed.client;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The access token of one role, as the local identity provider gives it to whoever asks. It is
 * asked for once and again shortly before it ends, by the machine's own clock: that of tokens is
 * not moved with the system's.
 */
public final class AccessTokens {

    /** A call that begins with a token ends with it. */
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

    private final Http provider;
    private final String form;
    private @Nullable String token;
    private long renewAt;

    /**
     * @param identityPort of the provider on this machine
     * @param clinic whose reception asks, or {@code *}; none where the role says enough
     */
    public AccessTokens(int identityPort, String role, @Nullable String clinic) {
        // by address, as services ask it: the issuer in its tokens is the host it is asked by
        provider = new Http(URI.create("http://127.0.0.1:" + identityPort));
        form =
                "grant_type=client_credentials&client_id=curl&client_secret=none&role="
                        + encoded(role)
                        + (clinic == null ? "" : "&clinic=" + encoded(clinic));
    }

    /**
     * A token that is valid for some minutes.
     *
     * @throws UncheckedIOException where the provider does not answer
     */
    public synchronized String current() {
        if (token == null || System.nanoTime() - renewAt > 0) {
            var answer =
                    provider.post(
                                    "/clinni/token",
                                    form.getBytes(StandardCharsets.US_ASCII),
                                    "application/x-www-form-urlencoded")
                            .orThrow()
                            .body();
            var lives = Duration.ofSeconds(answer.path("expires_in").asLong());
            renewAt = System.nanoTime() + lives.minus(RENEWED_BEFORE).toNanos();
            token = answer.path("access_token").asText();
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
