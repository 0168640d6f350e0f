package com.clinni.reminders;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.FreePorts;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.token.TestProvider;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service whose identity provider is not there when it starts, comes, and goes again. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@TestProfile(ProviderAwayTest.Away.class)
class ProviderAwayTest {

    private static final String PORT = "com.clinni.reminders.provider-port";

    /**
     * A provider is to be asked for keys, and nobody listens there. The port is remembered: more
     * than one class loader asks.
     */
    public static final class Away implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            if (Integer.getInteger(PORT) == null) {
                System.setProperty(PORT, Integer.toString(FreePorts.any()));
            }
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    TestProvider.address(Integer.getInteger(PORT)),
                    "quarkus.oidc.public-key",
                    "");
        }
    }

    @Test
    void its_callers_may_come_back_and_known_keys_go_on() {
        DatabaseAdmin.execute("INSERT INTO clinic_profile VALUES ('sol', 0, '')");

        templates()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesRegex("\\d+"))
                .body("code", equalTo("SIGN_IN_UNAVAILABLE"));
        get("/clinics/sol/no-such-thing").then().statusCode(404);

        try (var _ = new TestProvider(Integer.getInteger(PORT))) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> templates().statusCode(200));
        }

        templates().statusCode(200);
    }

    private static ValidatableResponse templates() {
        return get("/clinics/sol/templates").then();
    }
}
