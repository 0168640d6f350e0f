package com.clinni.platform.kafka;

import com.clinni.platform.startup.ProductionCheck;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Objects to a broker that anybody could read along with, be, or write to. */
@Singleton
class KafkaProductionCheck implements ProductionCheck {

    private static final String WITH_PASSWORD = "SASL_SSL";
    private static final String WITH_CERTIFICATE = "SSL";
    private static final Set<String> ENCRYPTED = Set.of(WITH_PASSWORD, WITH_CERTIFICATE);
    private static final String PROTOCOL = "security.protocol";
    private static final String SERVERS_NAME = "ssl.endpoint.identification.algorithm";
    private static final List<String> CERTIFICATES =
            List.of("ssl.keystore.location", "ssl.keystore.key");

    private final SmallRyeConfig config;

    KafkaProductionCheck(SmallRyeConfig config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        var refusals = Stream.<String>builder();
        var protocols = protocols().distinct().toList();
        if (!ENCRYPTED.containsAll(protocols)) {
            refusals.add(
                    "Kafka would be spoken to in plain text: set kafka.security.protocol to"
                            + " SASL_SSL, or to SSL with a certificate of this service, for every"
                            + " channel.");
        }
        if (protocols.contains(WITH_PASSWORD) && kafka("sasl.jaas.config").isEmpty()) {
            refusals.add(
                    "Kafka needs to know who this service is: set kafka.sasl.jaas.config to its"
                            + " user and password.");
        }
        if (protocols.contains(WITH_CERTIFICATE)
                && CERTIFICATES.stream().allMatch(each -> kafka(each).isEmpty())) {
            refusals.add(
                    "Kafka needs to know who this service is: set kafka.ssl.keystore.location to"
                            + " its certificate, or kafka.security.protocol to SASL_SSL.");
        }
        if (!isServersNameChecked()) {
            refusals.add(
                    "Any server with a certificate could pass itself off as Kafka: leave"
                            + " kafka.ssl.endpoint.identification.algorithm at https.");
        }
        return refusals.build();
    }

    /** That of all clients, and those of channels that have their own. */
    private Stream<String> protocols() {
        var common = kafka(PROTOCOL).orElse("PLAINTEXT");
        return Stream.concat(
                Stream.of(common),
                Stream.of(ChannelSettings.INCOMING, ChannelSettings.OUTGOING)
                        .flatMap(direction -> ChannelSettings.all(direction, config).stream())
                        .map(channel -> channel.get(PROTOCOL).orElse(common)));
    }

    private Optional<String> kafka(String name) {
        return config.getOptionalValue("kafka." + name, String.class);
    }

    /** Kafka takes an empty value for "no": it is not the same as none. */
    private boolean isServersNameChecked() {
        var written = config.getConfigValue("kafka." + SERVERS_NAME).getValue();
        return written == null || written.equalsIgnoreCase("https");
    }
}
