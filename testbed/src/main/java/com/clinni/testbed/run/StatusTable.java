package com.clinni.testbed.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the local system with their addresses. */
record StatusTable(List<Row> rows) {

    /**
     * One part.
     *
     * @param link whether a browser can open the address
     * @param health where a service tells how it is
     */
    record Row(String name, String url, boolean link, boolean up, @Nullable String health) {}

    static StatusTable of(LocalSystem system) {
        var ports = system.ports();
        var rows = new ArrayList<Row>();
        for (var service : Service.values()) {
            var url = "http://localhost:" + ports.of(service);
            rows.add(
                    new Row(
                            service.module(),
                            url,
                            true,
                            system.isReady(service),
                            "http://localhost:" + ports.managementOf(service) + "/q/health"));
        }
        var simulators = system.process("simulators").isAlive();
        var control = "http://localhost:" + ports.control() + "/_sim/";
        rows.add(new Row("WhatsApp", control + "whatsapp", true, simulators, null));
        rows.add(new Row("SMS", control + "sms", true, simulators, null));
        rows.add(new Row("Mail", control + "mail", true, simulators, null));
        rows.add(plain("WAHA", "http://localhost:" + ports.whatsAppGateway() + "/api", simulators));
        rows.add(plain("SMS API", "http://localhost:" + ports.smsGateway() + "/sms", simulators));
        rows.add(plain("SMTP", "localhost:" + ports.smtp(), simulators));
        rows.add(
                plain(
                        "OpenID Connect",
                        IdentityProvider.issuer(ports),
                        isAlive(system, IdentityProvider.NAME)));
        rows.add(plain("Kafka", "localhost:" + ports.kafka(), system.process("kafka").isAlive()));
        rows.add(
                plain(
                        "PostgreSQL",
                        "localhost:" + ports.postgres(),
                        system.process("postgresql").isAlive()));
        return new StatusTable(List.copyOf(rows));
    }

    /** For a terminal. */
    String text() {
        var text = new StringBuilder();
        rows.forEach(row -> text.append("  %-22s %s%n".formatted(row.name(), row.url())));
        return text.toString();
    }

    private static boolean isAlive(LocalSystem system, String process) {
        return system.processes().stream()
                .anyMatch(part -> part.name().equals(process) && part.isAlive());
    }

    private static Row plain(String name, String url, boolean up) {
        return new Row(name, url, false, up, null);
    }
}
