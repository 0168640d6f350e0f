package com.clinni.testbed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clinni.events.Topics;
import com.clinni.testbed.fault.CommitCuts.Side;
import com.clinni.testbed.fault.LinkFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    @TempDir static Path directory;
    private static Ports ports;
    private static Links links;
    private static LocalSystem system;

    @BeforeAll
    static void start() {
        ports = Ports.free();
        links = Links.open(ports, 1);
        system =
                LocalSystem.start(
                        SystemOptions.of(directory, directory.resolve("data"), ports)
                                .only(Set.of())
                                .throughProxies(links));
    }

    @AfterAll
    static void stop() {
        system.close();
        links.close();
    }

    @Test
    void a_client_of_the_broker_stays_with_its_own_link() throws Exception {
        try (var whatsapp = producer(Service.WHATSAPP);
                var fallback = producer(Service.FALLBACK)) {
            publish(whatsapp);
            publish(fallback);

            links.on(Link.WHATSAPP_TO_KAFKA).fault(LinkFault.Plain.REFUSE);

            assertThatThrownBy(() -> publish(whatsapp)).hasMessageContaining("Timeout");
            publish(fallback);
        } finally {
            links.healAll();
        }
        try (var whatsapp = producer(Service.WHATSAPP)) {
            publish(whatsapp);
        }
    }

    @Test
    void a_commit_that_is_cut_before_the_server_gets_it_is_not_done_and_one_after_is()
            throws Exception {
        try (var direct = connect(ports.postgres())) {
            direct.createStatement().execute("CREATE TABLE written (number int)");
            for (var number = 0; number < 10; number++) {
                var side = number % 2 == 0 ? Side.BEFORE : Side.AFTER;
                // more than five commits first: then the driver names its prepared statements
                writeAndLoseTheCommit(number, number < 5 ? 0 : 8, side);
                var kept = side == Side.AFTER ? 1 : 0;
                await().untilAsserted(() -> assertThat(busyBackends(direct)).isZero());
                assertThat(count(direct, number)).isEqualTo(kept);
            }
            assertThat(links.commits().before()).isEqualTo(5);
            assertThat(links.commits().after()).isEqualTo(5);
        }
    }

    @Test
    void a_killed_postgresql_comes_back_and_a_paused_one_goes_on() throws Exception {
        var postgres = system.process("postgresql");
        postgres.kill();
        assertThatThrownBy(() -> connect(ports.postgres())).isInstanceOf(SQLException.class);

        postgres.start();
        await().atMost(Duration.ofSeconds(30)).until(LinksTest::answers);

        postgres.pause();
        postgres.resume();
        assertThat(answers()).isTrue();
    }

    private void writeAndLoseTheCommit(int number, int before, Side side) throws SQLException {
        try (var connection = connect(ports.proxy(Link.WHATSAPP_TO_POSTGRES))) {
            connection.setAutoCommit(false);
            for (var i = 0; i < before; i++) {
                count(connection, number);
                connection.commit();
            }
            links.commits().cut(1, 1, side);
            insert(connection, number);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
    }

    private static void insert(Connection connection, int number) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
            insert.setInt(1, number);
            insert.executeUpdate();
        }
    }

    private static int count(Connection connection, int number) throws SQLException {
        return number(connection, "SELECT count(*) FROM written WHERE number = " + number);
    }

    private static int busyBackends(Connection connection) throws SQLException {
        return number(
                connection,
                "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'");
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static boolean answers() {
        try {
            connect(ports.postgres()).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(int port) throws SQLException {
        var password = new Secrets(directory.resolve("data/secrets.properties")).of("postgres");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    }

    private static KafkaProducer<byte[], byte[]> producer(Service service) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        links.environment(service).get("KAFKA_BOOTSTRAP_SERVERS"),
                        "max.block.ms",
                        "3000",
                        "delivery.timeout.ms",
                        "3000",
                        "request.timeout.ms",
                        "2000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void publish(KafkaProducer<byte[], byte[]> producer) throws Exception {
        producer.send(new ProducerRecord<>(Topics.WHATSAPP_READY, new byte[] {1}))
                .get(10, TimeUnit.SECONDS);
    }
}
