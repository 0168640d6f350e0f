package com.clinni.testbed.infrastructure;

import com.clinni.events.kafka.KafkaUser;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For tests: Kafka and PostgreSQL as production has them, with TLS, a certificate made for the
 * test, and a password and rules for each user. The argument {@code user} is the service's, by its
 * {@link KafkaUser}.
 */
public final class GuardedServers implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "guarded";

    private String user = "";
    private @Nullable Path directory;
    private @Nullable GuardedKafka kafka;
    private @Nullable Process postgres;

    @Override
    public void init(Map<String, String> arguments) {
        user = Objects.requireNonNull(arguments.get("user"), "a user is needed");
    }

    @Override
    public Map<String, String> start() {
        try {
            var place = Files.createTempDirectory("clinni-guarded-");
            directory = place;
            var certificate = ServerCertificate.make(place);
            var broker = new GuardedKafka(place, certificate);
            kafka = broker;
            var url = startPostgres(place, certificate);
            var settings = new HashMap<>(KafkaAndPostgres.settings("", url, DATABASE));
            broker.as(KafkaUser.valueOf(user))
                    .forEach((key, value) -> settings.put("kafka." + key, value.toString()));
            return settings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the servers started.", e);
        } catch (Exception e) {
            throw new IllegalStateException("The servers could not be started.", e);
        }
    }

    /** Where its database is, as everybody connects. */
    private String startPostgres(Path place, ServerCertificate certificate) throws Exception {
        var binaries =
                Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("clinni-postgres-" + System.getProperty("user.name"));
        var server =
                PostgresServer.prepare(
                        binaries, place.resolve("postgres"), FreePorts.any(), "postgres");
        server.use(certificate);
        postgres =
                ChildServers.launch(
                        place.resolve("postgres.log"), ChildServers.tied(server.command()));
        server.databases().await();
        server.databases().create(DATABASE, DATABASE, DATABASE);
        return server.jdbcUrl(DATABASE)
                + "?sslmode=verify-full&sslrootcert="
                + certificate.certificate();
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null && directory != null) {
            ChildServers.end(List.of(postgres), directory);
        }
    }

    /** The broker, for whoever publishes in a service's stead. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(kafka, new TestInjector.MatchesType(GuardedKafka.class));
    }
}
