package com.clinni.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The admin client of this node, opened at the first question. */
@ApplicationScoped
class KafkaAdmin {

    private static final int LIMIT_MILLIS = 2_000;

    @Produces
    @ApplicationScoped
    Admin admin(
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        var all = new HashMap<>(settings);
        all.put(AdminClientConfig.CLIENT_ID_CONFIG, service + "-admin");
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        all.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LIMIT_MILLIS);
        all.keySet().retainAll(AdminClientConfig.configNames());
        return Admin.create(all);
    }

    void close(@Disposes Admin admin) {
        admin.close(Duration.ofMillis(LIMIT_MILLIS));
    }
}
