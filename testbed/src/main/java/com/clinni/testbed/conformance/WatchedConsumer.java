package com.clinni.testbed.conformance;

import com.clinni.testbed.fault.CommitCuts;
import com.clinni.testbed.fault.FaultProxy;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/**
 * Servers for {@link ConsumersConformance}: the database at the end of a link that can be cut, and
 * one channel's topic with records that were forgotten before its group ever came. A consumer that
 * stands for two seconds stands still.
 */
public final class WatchedConsumer implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");
    private static final long SEED = 7;

    private final KafkaAndPostgres servers = new KafkaAndPostgres();
    private String channel;
    private String topic;
    private String group;
    private String kafka;
    private FaultProxy database;

    /** Everything a test needs to know. */
    public record Watched(
            String channel, String topic, String group, String kafka, FaultProxy database) {}

    @Override
    public void init(Map<String, String> arguments) {
        channel = arguments.get("channel");
        topic = arguments.get("topic");
        group = "watched-" + UUID.randomUUID();
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        kafka = settings.get("kafka.bootstrap.servers");
        forgetRecords();
        var port = PORT.matcher(settings.get(URL));
        if (!port.find()) {
            throw new IllegalStateException("the database's address has no port");
        }
        database =
                new FaultProxy(0, Integer.parseInt(port.group(1)), new CommitCuts(SEED)::inspector);
        settings.put(URL, port.replaceFirst(":" + database.port() + "/"));
        settings.put("mp.messaging.incoming." + channel + ".group.id", group);
        settings.put("consumers.look-every", "0.5s");
        settings.put("consumers.standstill-after", "2s");
        return settings;
    }

    private void forgetRecords() {
        try (var records = new TopicRecords(kafka, topic)) {
            records.sendToEveryPartition();
            records.forgetAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were forgotten", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("records could not be forgotten", e);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        servers.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                new Watched(channel, topic, group, kafka, database),
                new TestInjector.MatchesType(Watched.class));
    }
}
