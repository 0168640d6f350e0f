package com.clinni.platform.access;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the identity provider whether it is there, before a person is sent to it: a browser's own
 * page about an address that does not answer helps nobody. It trusts whom sign-in trusts.
 */
@ApplicationScoped
class ProviderProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Optional<URI> discovery;
    private final HttpClient http;

    /** Without an issuer there is nobody to ask: tests have keys and no provider. */
    ProviderProbe(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> tls,
            TlsConfigurationRegistry configurations) {
        discovery = issuer.map(base -> URI.create(base + "/.well-known/openid-configuration"));
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE);
        TlsConfiguration.from(configurations, tls)
                .map(ProviderProbe::trust)
                .ifPresent(client::sslContext);
        http = client.build();
    }

    private static SSLContext trust(TlsConfiguration configured) {
        try {
            return configured.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("The certificates of quarkus.tls cannot be used.", e);
        }
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
