package com.clinni.platform.isolation;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Flyway's connections, which it makes as the owner and not from the pool: with what the pool's
 * have beside the address, so that they are encrypted and end as those do, and quote no rows.
 */
@Singleton
class OwnerConnections implements FlywayConfigurationCustomizer {

    private final Map<String, String> properties;

    OwnerConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
                    Map<String, String> properties) {
        this.properties = properties;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.jdbcProperties(properties);
        if (configuration.getUrl() != null) {
            configuration.dataSource(
                    configuration.getUrl(), configuration.getUser(), configuration.getPassword());
        }
    }
}
