package com.clinni.fallback;

import com.clinni.testbed.fault.CommitCuts;
import com.clinni.testbed.fault.FaultProxy;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Kafka and PostgreSQL, with a link to the database that can break. */
public final class FaultyDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final CommitCuts CUTS = new CommitCuts(20_300_305);
    private static FaultProxy database;

    private final KafkaAndPostgres servers = new KafkaAndPostgres();

    /** Cuts connections at their COMMIT. */
    public static CommitCuts cuts() {
        return CUTS;
    }

    /** The link to the database. */
    public static FaultProxy database() {
        return database;
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        var direct = URI.create(settings.get(URL).substring("jdbc:".length()));
        database = new FaultProxy(0, direct.getPort(), CUTS::inspector);
        settings.put(URL, "jdbc:postgresql://127.0.0.1:" + database.port() + direct.getPath());
        return settings;
    }

    @Override
    public void stop() {
        database.close();
        servers.stop();
    }
}
