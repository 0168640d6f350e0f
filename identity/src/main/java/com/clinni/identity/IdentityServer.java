package com.clinni.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/**
 * An OpenID Connect provider with one issuer, whose people need no password. Its tokens outlive a
 * restart, because its key is kept; refresh tokens do not, so people sign in again.
 */
public final class IdentityServer implements AutoCloseable {

    static final String ISSUER = "clinni";

    private final MockOAuth2Server server;

    private IdentityServer(MockOAuth2Server server) {
        this.server = server;
    }

    /**
     * Serves at once; the directory keeps the key, and {@code people.json} where others are wanted.
     */
    public static IdentityServer start(Path directory, InetAddress address, int port)
            throws IOException {
        Files.createDirectories(directory);
        var people = new PeopleFile(directory.resolve("people.json"));
        var key = new SigningKey(directory.resolve("signing-key.json"));
        var tokens =
                new RequestMappingTokenCallback(
                        ISSUER, new TokenClaims(people), people.read().tokenSeconds());
        var config =
                new OAuth2Config(
                        true,
                        null,
                        null,
                        false,
                        new OAuth2TokenProvider(new IssuerKey(key.readOrMake())),
                        Set.of(tokens),
                        new NettyWrapper());
        var server = new MockOAuth2Server(config, new UnknownPath(), new SignInPage(people));
        server.start(address, port);
        return new IdentityServer(server);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
