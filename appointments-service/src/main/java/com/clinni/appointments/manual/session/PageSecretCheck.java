package com.clinni.appointments.manual.session;

import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Objects to a start without the secret that keeps people's sessions: each node would make up one.
 */
@Singleton
class PageSecretCheck implements StartCheck {

    private static final int SHORTEST = 32;

    private final Optional<String> secret;
    private final boolean hasPages;

    PageSecretCheck(
            @ConfigProperty(name = "pages.client-secret") Optional<String> secret,
            @ConfigProperty(name = "quarkus.oidc.pages.tenant-enabled", defaultValue = "true")
                    boolean hasPages) {
        this.secret = secret;
        this.hasPages = hasPages;
    }

    @Override
    public Stream<String> refusals() {
        return !hasPages || secret.filter(text -> text.length() >= SHORTEST).isPresent()
                ? Stream.empty()
                : Stream.of(
                        "People's sessions need a secret: set OIDC_CLIENT_SECRET to this service's"
                                + " secret at the identity provider, %d characters or more."
                                        .formatted(SHORTEST));
    }
}
