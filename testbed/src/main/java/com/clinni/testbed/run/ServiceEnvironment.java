package com.clinni.testbed.run;

import com.clinni.testbed.infrastructure.PostgresDatabases;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of a service on one machine. */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    static Map<String, String> of(Service service, Ports ports, Secrets secrets) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(service)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", IdentityProvider.issuer(ports));
        environment.put("OIDC_CLIENT_SECRET", secrets.of("oidc-client-" + service.module()));
        service.database()
                .ifPresent(
                        database -> {
                            environment.put(
                                    "QUARKUS_DATASOURCE_JDBC_URL",
                                    "jdbc:postgresql://127.0.0.1:%d/%s"
                                            .formatted(ports.postgres(), database));
                            environment.put(
                                    "QUARKUS_DATASOURCE_USERNAME",
                                    PostgresDatabases.runtimeRole(database));
                            environment.put(
                                    "QUARKUS_DATASOURCE_PASSWORD",
                                    runtimePassword(database, secrets));
                            environment.put("QUARKUS_FLYWAY_USERNAME", database);
                            environment.put(
                                    "QUARKUS_FLYWAY_PASSWORD", ownerPassword(database, secrets));
                        });
        environment.putAll(own(service, ports, secrets));
        return environment;
    }

    static String ownerPassword(String database, Secrets secrets) {
        return secrets.of("database-" + database);
    }

    static String runtimePassword(String database, Secrets secrets) {
        return secrets.of("database-" + database + "-runtime");
    }

    private static Map<String, String> own(Service service, Ports ports, Secrets secrets) {
        return switch (service) {
            case APPOINTMENTS ->
                    Map.of(
                            "MANUAL_TEXTS_URL",
                            "http://localhost:" + ports.of(Service.REMINDERS),
                            "EXPORT_REMINDERS_URL",
                            "http://localhost:" + ports.of(Service.REMINDERS),
                            "EXPORT_WHATSAPP_URL",
                            "http://localhost:" + ports.of(Service.WHATSAPP),
                            "EXPORT_FALLBACK_URL",
                            "http://localhost:" + ports.of(Service.FALLBACK),
                            "DIGEST_SECRET",
                            secrets.of("digest-secret"),
                            "PAGES_SECURE_COOKIES",
                            "false");
            case REMINDERS -> Map.of();
            case WHATSAPP -> whatsApp(ports, secrets);
            case FALLBACK -> fallback(ports, secrets);
        };
    }

    /** About ten messages a second, and a line that comes back is noticed within seconds. */
    private static Map<String, String> whatsApp(Ports ports, Secrets secrets) {
        var environment =
                new HashMap<>(
                        Map.of(
                                "WHATSAPP_LINES_DEFAULT_URL",
                                "http://localhost:" + ports.whatsAppGateway(),
                                "WHATSAPP_LINES_DEFAULT_SESSION",
                                "default",
                                "WHATSAPP_LINES_DEFAULT_API_KEY",
                                secrets.of("whatsapp-api-key"),
                                "WHATSAPP_LINES_DEFAULT_WEBHOOK_KEY",
                                secrets.of("whatsapp-webhook-key"),
                                "WHATSAPP_LINES_DEFAULT_SEND_INTERVAL",
                                "100ms",
                                "WHATSAPP_LINES_DEFAULT_SEND_JITTER",
                                "0.3",
                                "WHATSAPP_LINES_DEFAULT_PROBE_EVERY",
                                "5s",
                                "WHATSAPP_LINES_DEFAULT_RAMP_UP",
                                "10s",
                                "WHATSAPP_LINES_DEFAULT_RATE_LIMIT_PAUSE",
                                "5s",
                                "WHATSAPP_MONITOR_EVERY",
                                "2s"));
        environment.put("DIGEST_SECRET", secrets.of("digest-secret"));
        environment.put("OPT_OUT_VISITS_URL", "http://localhost:" + ports.of(Service.APPOINTMENTS));
        return environment;
    }

    private static Map<String, String> fallback(Ports ports, Secrets secrets) {
        return Map.ofEntries(
                Map.entry("SMS_GATEWAY_URL", "http://localhost:" + ports.smsGateway()),
                Map.entry("SMS_GATEWAY_API_KEY", secrets.of("sms-api-key")),
                Map.entry("SMS_RECEIPTS_KEY", secrets.of("sms-webhook-key")),
                Map.entry("SMS_BALANCE_URL", "http://localhost:" + ports.smsGateway() + "/balance"),
                Map.entry("SMS_REST", "PT5S"),
                Map.entry("QUARKUS_MAILER_HOST", "localhost"),
                Map.entry("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp())),
                Map.entry("MAIL_REST", "PT5S"),
                Map.entry(
                        "PREFERENCES_URL",
                        "http://localhost:" + ports.of(Service.FALLBACK) + "/preferences"),
                Map.entry("PREFERENCES_KEY", secrets.of("preferences-key")),
                Map.entry("DIGEST_SECRET", secrets.of("digest-secret")),
                Map.entry("BOUNCES_KEY", secrets.of("bounces-key")),
                Map.entry("FALLBACK_BACKOFF", "PT2S,PT5S,PT10S,PT30S,PT1M"));
    }
}
