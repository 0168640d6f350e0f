package com.clinni.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseProductionCheckTest {

    private static final String ADDRESS = "jdbc:postgresql://db.clinni.example/whatsapp";
    private static final String BESIDE = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private final Map<String, String> settings =
            new HashMap<>(Map.of(BESIDE + "logServerErrorDetail", "false"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sslmode=verify-full",
                "?user=u&sslmode=verify-full&sslrootcert=/secrets/ca.crt"
            })
    void an_address_that_is_verified_is_right(String parameters) {
        assertThat(refusals(ADDRESS + parameters)).isEmpty();
    }

    @Test
    void what_stands_beside_the_address_counts_until_the_address_says_otherwise() {
        settings.put(BESIDE + "sslmode", "verify-full");
        assertThat(refusals(ADDRESS)).isEmpty();
        assertThat(refusals(ADDRESS + "?sslmode=require")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?sslmode=",
                "?sslmode=prefer",
                "?sslmode=require",
                "?sslmode=verify-ca",
                "?ssl=true",
                "?xsslmode=verify-full",
                "?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory"
            })
    void an_address_that_is_not_verified_is_refused_with_a_sentence(String parameters) {
        assertThat(refusals(ADDRESS + parameters))
                .singleElement()
                .asString()
                .contains("sslmode=verify-full", "quarkus.datasource.jdbc.url")
                .endsWith(".");
    }

    @Test
    void the_address_of_migrations_is_looked_at_too() {
        settings.put("quarkus.flyway.jdbc-url", ADDRESS);

        assertThat(refusals(ADDRESS + "?sslmode=verify-full"))
                .singleElement()
                .asString()
                .contains("quarkus.flyway.jdbc-url");
    }

    @Test
    void details_that_quote_rows_are_refused_whether_wanted_or_left_to_the_driver() {
        settings.put(BESIDE + "logServerErrorDetail", "true");
        assertThat(refusals(ADDRESS + "?sslmode=verify-full"))
                .singleElement()
                .asString()
                .contains("logServerErrorDetail")
                .endsWith(".");

        settings.remove(BESIDE + "logServerErrorDetail");
        assertThat(refusals(ADDRESS + "?sslmode=verify-full")).hasSize(1);
    }

    private List<String> refusals(String url) {
        settings.put("quarkus.datasource.jdbc.url", url);
        var config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build();
        return new DatabaseProductionCheck(config).refusals().toList();
    }
}
