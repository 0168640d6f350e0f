package com.clinni.testbed.infrastructure;

import com.clinni.events.kafka.KafkaAcls;
import com.clinni.events.kafka.KafkaTopics;
import com.clinni.events.kafka.KafkaUser;
import com.clinni.events.kafka.TopicReplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A broker as production has it: TLS, a password for each {@link KafkaUser}, and an authorizer that
 * denies what no rule allows. It has a second port, without any of that, for whoever looks after
 * it.
 */
public final class GuardedKafka implements AutoCloseable {

    private static final int ITERATIONS = 4096;

    private final ServerCertificate certificate;
    private final KafkaNode node;
    private final int port;
    private final int openPort;

    /** Starts it with every topic, user and rule of the house. */
    public GuardedKafka(Path directory) throws Exception {
        this(directory, ServerCertificate.make(directory));
    }

    GuardedKafka(Path directory, ServerCertificate certificate) throws Exception {
        this.certificate = certificate;
        this.port = FreePorts.any();
        this.openPort = FreePorts.any();
        this.node =
                new KafkaNode(
                        directory.resolve("kafka"),
                        "127.0.0.1",
                        openPort,
                        FreePorts.any(),
                        guard());
        KafkaTopics.declare("127.0.0.1:" + openPort, TopicReplication.ONE_BROKER);
        try (var admin = Admin.create(openly())) {
            declareUsers(admin);
        }
    }

    /** How a client connects that may do everything. */
    public Map<String, Object> openly() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + openPort);
    }

    /** How a user connects. */
    public Map<String, Object> as(KafkaUser user) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user.user(), passwordOf(user)),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.certificate().toString());
    }

    @Override
    public void close() {
        node.close();
    }

    private Map<String, String> guard() {
        var settings = new HashMap<String, String>();
        settings.put("listeners", ",GUARDED://127.0.0.1:" + port);
        settings.put("advertised.listeners", ",GUARDED://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", ",GUARDED:SASL_SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.guarded.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", certificate.store().toString());
        settings.put("ssl.keystore.password", ServerCertificate.PASSWORD);
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return settings;
    }

    private static void declareUsers(Admin admin) throws ExecutionException, InterruptedException {
        var users = List.of(KafkaUser.values());
        admin.alterUserScramCredentials(
                        users.stream()
                                .<UserScramCredentialAlteration>map(
                                        user ->
                                                new UserScramCredentialUpsertion(
                                                        user.user(),
                                                        new ScramCredentialInfo(
                                                                ScramMechanism.SCRAM_SHA_512,
                                                                ITERATIONS),
                                                        passwordOf(user)))
                                .toList())
                .all()
                .get();
        admin.createAcls(users.stream().flatMap(user -> KafkaAcls.of(user).stream()).toList())
                .all()
                .get();
    }

    private static String passwordOf(KafkaUser user) {
        return "only-for-tests-" + user.user();
    }
}
