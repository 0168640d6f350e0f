package com.clinni.testbed.token;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Settings by which a service under test believes the tokens of tests, without a provider. */
public final class TestTokenSettings implements ConfigSource {

    /** Above what modules say, below what a test or the environment says. */
    private static final int ORDINAL = 290;

    private final Map<String, String> settings =
            Map.of(
                    "quarkus.oidc.auth-server-url",
                    "",
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(TestKey.pair().getPublic().getEncoded()),
                    "quarkus.oidc.token.issuer",
                    TestToken.ISSUER);

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "tokens of tests";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
