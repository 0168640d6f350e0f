package com.clinni.testbed.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and one server of this machine. A server that is not there looks as if it
 * reset connections: who must not even be reached is simulated by {@link LinkFault.Plain#REFUSE}.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final int target;
    private final Supplier<Inspector> inspectors;
    private final Flow flow = new Flow();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    /** Port 0 takes any. */
    public FaultProxy(int port, int target) {
        this(port, target, () -> Inspector.NONE);
    }

    /**
     * @param inspectors one for each connection
     */
    public FaultProxy(int port, int target, Supplier<Inspector> inspectors) {
        this.port = port;
        this.target = target;
        this.inspectors = inspectors;
        open();
    }

    public synchronized int port() {
        return port;
    }

    public LinkFault fault() {
        return flow.fault();
    }

    /** From now on, for open connections too. */
    public synchronized void fault(LinkFault wanted) {
        flow.become(wanted);
        if (wanted == LinkFault.Plain.REFUSE) {
            shut();
        } else {
            open();
        }
        if (wanted.resets()) {
            resetOpen();
        }
    }

    public void heal() {
        fault(LinkFault.Plain.PASS);
    }

    /** Resets the connections that are open now; the link goes on as it was. */
    public void resetOpen() {
        connections.forEach(Connection::reset);
    }

    /** How many connections are open. */
    public int openConnections() {
        return connections.size();
    }

    @Override
    public synchronized void close() {
        shut();
        resetOpen();
        flow.become(LinkFault.Plain.PASS); // who waits for that may end
    }

    private void open() {
        if (listener != null) {
            return;
        }
        try {
            var fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            port = fresh.getLocalPort();
            listener = fresh;
            acceptor = Thread.ofVirtual().name("proxy-" + port).start(() -> accept(fresh));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on", e);
        }
    }

    /** The port listens for as long as somebody still waits at it: only then is it shut. */
    private void shut() {
        if (listener != null && acceptor != null) {
            try {
                listener.close();
                acceptor.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            listener = null;
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var client = from.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed, or a client that left at once
            }
        }
    }

    private void serve(Socket client) {
        var connection = new Connection(client, flow, inspectors.get());
        connections.add(connection);
        try {
            connection.run(target);
        } finally {
            connections.remove(connection);
        }
    }
}
