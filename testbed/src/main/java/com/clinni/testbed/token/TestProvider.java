package com.clinni.testbed.token;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * An identity provider that tells the key of the tokens of tests, and nothing else: for tests of
 * its absence.
 */
public final class TestProvider implements AutoCloseable {

    private static final String DISCOVERY = "/clinni/.well-known/openid-configuration";
    private static final String KEYS = "/clinni/keys";

    private final HttpServer server;

    /** Listens until it is closed; its address is {@link #address}. */
    public TestProvider(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the port is taken", e);
        }
        answer(
                DISCOVERY,
                """
                {"issuer":"%1$s","jwks_uri":"%2$s/keys","authorization_endpoint":"%2$s/authorize",
                 "token_endpoint":"%2$s/token"}
                """
                        .formatted(TestToken.ISSUER, address(port)));
        answer(KEYS, keys((RSAPublicKey) TestKey.pair().getPublic()));
        server.start();
    }

    /** The address that a service is told to ask. */
    public static String address(int port) {
        return "http://127.0.0.1:" + port + "/clinni";
    }

    private void answer(String path, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static String keys(RSAPublicKey key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    /** Without the byte for the sign, which a key's numbers do not have. */
    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
