package com.clinni.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityServerTest {

    private static final String CALLBACK = "http://localhost:8081/signed-in";
    private static final String AUTHORIZE =
            "/clinni/authorize?response_type=code&client_id=appointments-service&scope=openid"
                    + "&state=s&nonce=n&redirect_uri="
                    + CALLBACK;

    @TempDir Path directory;
    private int port;
    private IdentityServer server;
    private ProviderClient client;

    @BeforeEach
    void start() throws Exception {
        startOnAFreePort();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void discovery_names_the_one_issuer_and_everything_else_is_not_there() {
        var discovered = client.get("/clinni/.well-known/openid-configuration");

        assertThat(discovered.body()).contains("\"http://127.0.0.1:" + port + "/clinni\"");
        assertThat(client.get("/other/.well-known/openid-configuration").statusCode())
                .isEqualTo(404);
        assertThat(client.get("/clinni/debugger").statusCode()).isEqualTo(404);
        assertThat(client.get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void a_role_that_is_asked_for_by_name_is_in_the_token_with_its_clinic_for_one_hour()
            throws Exception {
        var claims = verified(client.token("role", "centro", "clinic", "prado")).getJWTClaimsSet();

        assertThat(claims.getStringListClaim("roles")).containsExactly("centro");
        assertThat(claims.getStringListClaim("clinics")).containsExactly("prado");
        assertThat(claims.getAudience()).containsExactly("clinni");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:" + port + "/clinni");
        assertThat(claims.getExpirationTime()).isBetween(in(3590), in(3610));
        assertThat(
                        verified(client.token("role", "centro"))
                                .getJWTClaimsSet()
                                .getStringListClaim("clinics"))
                .isEmpty();
    }

    @Test
    void a_service_is_a_machine_for_every_clinic_by_its_client_id() throws Exception {
        var claims = verified(client.token("client_id", "whatsapp-dispatcher")).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("whatsapp-dispatcher");
        assertThat(claims.getStringListClaim("roles")).containsExactly("servicio");
        assertThat(claims.getStringListClaim("clinics")).containsExactly("*");
        assertThat(verified(client.token("client_id", "somebody")).getJWTClaimsSet().getClaims())
                .doesNotContainKeys("roles", "clinics");
    }

    @Test
    void tokens_outlive_a_restart_because_the_key_is_kept_for_its_owner_only() throws Exception {
        var before = client.token("role", "soporte");
        stop();
        startOnAFreePort();

        verified(before);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        directory.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_page_has_a_button_for_each_demo_person_and_says_that_it_is_for_this_machine_only() {
        var spanish = client.get(AUTHORIZE);
        var english = client.get(AUTHORIZE + "&ui_locales=en");

        assertThat(spanish.statusCode()).isEqualTo(200);
        assertThat(spanish.body())
                .contains("<html lang=\"es\">", "solo existe en este ordenador")
                .contains("Soporte", "Responsable", "Consulta", "Prado", "Ribera", "Servicio");
        assertThat(spanish.body().split("<button")).hasSize(1 + 6);
        assertThat(english.body()).contains("<html lang=\"en\">", "only for this machine");
        assertThat(spanish.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void who_is_chosen_is_in_both_tokens_and_each_is_for_its_audience() throws Exception {
        var tokens = client.signIn(AUTHORIZE, "recepcion-prado", CALLBACK);

        for (var name : List.of("access_token", "id_token")) {
            var claims = verified((String) tokens.get(name)).getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo("recepcion-prado");
            assertThat(claims.getStringListClaim("roles")).containsExactly("centro");
            assertThat(claims.getStringListClaim("clinics")).containsExactly("prado");
            assertThat(claims.getAudience()).contains("clinni", "appointments-service");
        }
    }

    @Test
    void a_form_that_names_nobody_of_the_list_or_claims_more_gets_the_page_again() {
        assertThat(client.post(AUTHORIZE, Map.of("username", "mallory")).statusCode())
                .isEqualTo(400);
        assertThat(
                        client.post(
                                        AUTHORIZE,
                                        Map.of(
                                                "username",
                                                "consulta",
                                                "claims",
                                                "{\"roles\":[\"responsable\"]}"))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_role_that_is_taken_away_is_gone_with_the_next_refresh() throws Exception {
        var refresh = client.signIn(AUTHORIZE, "soporte", CALLBACK).get("refresh_token");
        Files.writeString(
                directory.resolve("people.json"),
                """
                {"tokenSeconds": 60, "people": [{"subject": "soporte", "name": "S", "roles": []}],
                 "machines": ["appointments-service"]}
                """);

        assertThat(refreshed(refresh).getStringListClaim("roles")).isEmpty();
    }

    @Test
    void a_person_who_is_no_longer_listed_does_not_get_what_the_page_s_program_may()
            throws Exception {
        var refresh = client.signIn(AUTHORIZE, "soporte", CALLBACK).get("refresh_token");
        Files.writeString(
                directory.resolve("people.json"),
                "{\"tokenSeconds\": 60, \"people\": [], \"machines\": [\"appointments-service\"]}");

        assertThat(refreshed(refresh).getClaims()).doesNotContainKeys("roles", "clinics");
    }

    private void startOnAFreePort() throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = IdentityServer.start(directory, InetAddress.getLoopbackAddress(), port);
        client = new ProviderClient(port);
    }

    private JWTClaimsSet refreshed(Object refreshToken) throws Exception {
        var answer =
                client.post(
                        "/clinni/token",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                String.valueOf(refreshToken),
                                "client_id",
                                "appointments-service",
                                "client_secret",
                                "any"));
        var tokens = JSONObjectUtils.parse(answer.body());
        return verified((String) tokens.get("access_token")).getJWTClaimsSet();
    }

    /** By the key that is published, as a service would. */
    private SignedJWT verified(String token) throws Exception {
        var key = JWKSet.parse(client.get("/clinni/jwks").body()).getKeys().getFirst();
        var jwt = SignedJWT.parse(token);
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return jwt;
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
