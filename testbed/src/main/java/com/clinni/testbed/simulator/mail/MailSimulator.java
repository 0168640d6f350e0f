package com.clinni.testbed.simulator.mail;

import com.clinni.testbed.simulator.channel.Behaviour;
import com.clinni.testbed.simulator.channel.Ledger;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.channel.SimulatedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that keeps every mail in one record instead of many inboxes. */
public final class MailSimulator implements SimulatedChannel {

    private static final Set<Mode> MODES =
            EnumSet.of(
                    Mode.OK,
                    Mode.DOWN,
                    Mode.ERROR_503,
                    Mode.ERROR_500,
                    Mode.HANG_AFTER_SENDING,
                    Mode.SLOW);

    private final InetAddress host;
    private final Ledger<ReceivedMail> inboxes;
    private final SmtpConnections connections = new SmtpConnections();
    private final Clock clock;
    private int port;
    private @Nullable SMTPServer server;
    private volatile Behaviour behaviour = Behaviour.OK;

    /** On the loopback address; port 0 takes any. */
    public MailSimulator(int port, Path directory) {
        this("127.0.0.1", port, directory);
    }

    public MailSimulator(String host, int port, Path directory) {
        this(host, port, directory, Clock.systemUTC());
    }

    public MailSimulator(String host, int port, Path directory, Clock clock) {
        this.clock = clock;
        try {
            this.host = InetAddress.getByName(host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = port;
        inboxes = new Ledger<>(directory.resolve("mail.jsonl"), ReceivedMail.class);
        open();
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<Mode> modes() {
        return MODES;
    }

    @Override
    public List<ReceivedMail> received() {
        return inboxes.entries();
    }

    @Override
    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public synchronized void behave(Behaviour wanted) {
        check(wanted);
        behaviour = wanted;
        if (wanted.is(Mode.DOWN)) {
            shut();
        } else {
            open();
        }
    }

    @Override
    public synchronized int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        shut();
        inboxes.close();
    }

    private void open() {
        if (server == null) {
            var started =
                    SMTPServer.port(port)
                            .serverSocketFactory(connections::newListener)
                            .bindAddress(host)
                            .hostName("localhost")
                            .messageHandlerFactory(
                                    context ->
                                            new SmtpDelivery(
                                                    context,
                                                    connections,
                                                    inboxes,
                                                    this::behaviour,
                                                    clock))
                            .build();
            started.start();
            port = started.getPortAllocated();
            server = started;
        }
    }

    private void shut() {
        if (server != null) {
            connections.cut();
            server.stop();
            connections.cut(); // who came in between
            server = null;
        }
    }
}
