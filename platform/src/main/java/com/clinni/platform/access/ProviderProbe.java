package com.clinni.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the identity provider whether it is there, before a person is sent to it: a browser's own
 * page about an address that does not answer helps nobody.
 */
@ApplicationScoped
class ProviderProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Optional<URI> discovery;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    /** Without an issuer there is nobody to ask: tests have keys and no provider. */
    ProviderProbe(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        discovery = issuer.map(base -> URI.create(base + "/.well-known/openid-configuration"));
    }

    boolean answers() {
        return discovery.filter(this::answers).isPresent();
    }

    private boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
