package com.clinni.testbed.conformance;

import com.clinni.testbed.fault.FaultProxy;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Servers for the conformance suites: the database at the end of a link that can be cut, and one
 * channel whose topics' records were forgotten before its group ever came. Consumers commit at
 * once, join quickly, and stand still when they have not moved for a moment, and slow clients are
 * left soon, so that no test waits for long.
 */
public final class ConformanceServers implements QuarkusTestResourceLifecycleManager {

    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String URL = DATASOURCE + "jdbc.url";
    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");

    private final KafkaAndPostgres servers = new KafkaAndPostgres();
    private String channel = "";
    private @Nullable Watched watched;

    /** Takes the {@code channel}; its topics are those of the service's own settings. */
    @Override
    public void init(Map<String, String> arguments) {
        channel = Objects.requireNonNull(arguments.get("channel"), "a channel is needed");
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        var group = "watched-" + UUID.randomUUID();
        var url = settings.getOrDefault(URL, "");
        var started =
                new Watched(
                        channel,
                        topics(),
                        group,
                        settings.getOrDefault("kafka.bootstrap.servers", ""),
                        linkTo(url));
        watched = started;
        forgetRecords(started, true);
        settings.put(URL, PORT.matcher(url).replaceFirst(":" + started.database().port() + "/"));
        settings.put(INCOMING + channel + ".group.id", group);
        settings.put(CONNECTOR + "auto.commit.interval.ms", "100");
        settings.put(CONNECTOR + "heartbeat.interval.ms", "300");
        settings.put(DATASOURCE + "jdbc.acquisition-timeout", "2s");
        settings.put(DATASOURCE + "jdbc.foreground-validation-interval", "1ms");
        settings.put("quarkus.http.idle-timeout", "5s");
        settings.put("access.body-time", "3s");
        settings.put("access.body-rate", "1K");
        settings.put("consumers.look-every", "1s");
        settings.put("consumers.standstill-after", "1s");
        return settings;
    }

    private static FaultProxy linkTo(String url) {
        var port = PORT.matcher(url);
        if (!port.find()) {
            throw new IllegalStateException("the database's address has no port");
        }
        return new FaultProxy(0, Integer.parseInt(port.group(1)));
    }

    private Set<String> topics() {
        var settings = new Properties();
        try (var in =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("application.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the service's settings cannot be read", e);
        }
        var one = settings.getProperty(INCOMING + channel + ".topic");
        return Set.of(settings.getProperty(INCOMING + channel + ".topics", one).split(","));
    }

    private static void forgetRecords(Watched of, boolean afterSomeMore) {
        try (var records = new TopicRecords(of.kafka(), of.topics())) {
            if (afterSomeMore) {
                records.sendToEveryPartition();
            }
            records.forgetAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were forgotten", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("records could not be forgotten", e);
        }
    }

    /** What other tests' groups would take for theirs goes too. */
    @Override
    public void stop() {
        if (watched != null) {
            watched.database().close();
            forgetRecords(watched, false);
        }
        servers.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(watched, new TestInjector.MatchesType(Watched.class));
    }
}
