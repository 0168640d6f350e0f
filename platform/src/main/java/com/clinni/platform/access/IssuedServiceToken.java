package com.clinni.platform.access;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Issued for the service's own name and secret when it is first needed, and kept until shortly
 * before it ends. A provider that is away when the service starts holds nothing up.
 */
@ApplicationScoped
class IssuedServiceToken implements ServiceToken {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BEFORE_IT_ENDS = Duration.ofSeconds(30);

    private final OidcClients clients;
    private final AccessConfig config;
    private final Optional<String> provider;
    private final Optional<String> tls;
    private final String name;
    private final TokensHelper tokens = new TokensHelper();
    private @Nullable OidcClient client;

    IssuedServiceToken(
            OidcClients clients,
            AccessConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
            @ConfigProperty(name = "quarkus.oidc.tls.tls-configuration-name") Optional<String> tls,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.clients = clients;
        this.config = config;
        this.provider = provider;
        this.tls = tls;
        this.name = name;
    }

    @Override
    public Optional<String> bearer() throws IOException {
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        try {
            var issued = tokens.getTokens(client(provider.get())).await().atMost(PATIENCE);
            return Optional.of("Bearer " + issued.getAccessToken());
        } catch (RuntimeException e) {
            throw new IOException("The identity provider issued no token.", e);
        }
    }

    private synchronized OidcClient client(String url) {
        if (client == null) {
            var asked =
                    new OidcClientConfigBuilder()
                            .id(name)
                            .authServerUrl(url)
                            .clientId(name)
                            .refreshTokenTimeSkew(BEFORE_IT_ENDS);
            config.clientSecret().ifPresent(secret -> asked.credentials(secret));
            tls.ifPresent(asked::tlsConfigurationName);
            client = clients.newClient(asked.build()).await().atMost(PATIENCE);
        }
        return client;
    }
}
