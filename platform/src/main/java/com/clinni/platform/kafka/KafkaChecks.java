package com.clinni.platform.kafka;

import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Objects to channels that would lose or double events, as the connector's own defaults do. */
@Singleton
class KafkaChecks implements StartCheck {

    private final Config config;

    KafkaChecks(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        return Stream.concat(
                ChannelSettings.all(ChannelSettings.OUTGOING, config).stream()
                        .flatMap(KafkaChecks::outgoing),
                ChannelSettings.all(ChannelSettings.INCOMING, config).stream()
                        .flatMap(KafkaChecks::incoming));
    }

    private static Stream<String> outgoing(ChannelSettings channel) {
        return Stream.concat(
                check(channel, "acks", "all", "events would be lost with a broker"),
                check(
                        channel,
                        "enable.idempotence",
                        "true",
                        "events would be doubled and change places"));
    }

    private static Stream<String> incoming(ChannelSettings channel) {
        return Stream.concat(
                check(
                        channel,
                        "auto.offset.reset",
                        "earliest",
                        "events published before the first start would be skipped"),
                check(
                        channel,
                        "commit-strategy",
                        "throttled",
                        "events under way would be skipped after a crash"));
    }

    private static Stream<String> check(
            ChannelSettings channel, String attribute, String wanted, String otherwise) {
        return channel.get(attribute).filter(wanted::equals).isPresent()
                ? Stream.empty()
                : Stream.of(
                        "%s%s must be %s: otherwise %s."
                                .formatted(channel.prefix(), attribute, wanted, otherwise));
    }
}
