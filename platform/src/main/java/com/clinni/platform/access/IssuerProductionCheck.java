package com.clinni.platform.access;

import com.clinni.platform.startup.ProductionCheck;
import com.clinni.platform.startup.ProviderUrl;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Objects to the local system's identity provider, where anybody may say who they are, and to one
 * that is not asked over TLS: whoever stands between could make every token good.
 */
@Singleton
class IssuerProductionCheck implements ProductionCheck {

    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String CLIENTS_ISSUER = "quarkus.oidc-client.auth-server-url";

    private final Config config;

    IssuerProductionCheck(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        var refusals = Stream.<String>builder();
        if (text(ISSUER).isEmpty()) {
            refusals.add(
                    "Nobody could sign in: set quarkus.oidc.auth-server-url to the identity"
                            + " provider.");
        }
        Stream.of(ISSUER, CLIENTS_ISSUER)
                .filter(name -> text(name).filter(url -> !isProtected(url)).isPresent())
                .map(
                        name ->
                                ("The identity provider is the local system's, or is not asked over"
                                     + " TLS: set %s to the https address of a real one.")
                                        .formatted(name))
                .forEach(refusals);
        if (text("quarkus.oidc.tls.verification").filter("none"::equalsIgnoreCase).isPresent()
                || trustsEverybody("quarkus.tls.trust-all")
                || text("quarkus.oidc.tls.tls-configuration-name")
                        .filter(name -> trustsEverybody("quarkus.tls." + name + ".trust-all"))
                        .isPresent()) {
            refusals.add(
                    "Anybody could pass themselves off as the identity provider: set"
                            + " quarkus.oidc.tls.verification to required, and"
                            + " trust-all of its TLS configuration to false.");
        }
        return refusals.build();
    }

    private static boolean isProtected(String url) {
        try {
            return ProviderUrl.isProtected(URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean trustsEverybody(String setting) {
        return text(setting).filter("true"::equals).isPresent();
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class);
    }
}
