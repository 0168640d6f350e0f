package com.clinni.appointments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a service and PostgreSQL and cuts the connection at the next COMMIT. */
public final class CuttingProxy implements AutoCloseable {

    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.US_ASCII);

    /** Where the next COMMIT gets lost. */
    enum Cut {
        NOWHERE,
        BEFORE_THE_DATABASE,
        BEFORE_THE_ANSWER
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NOWHERE);
    private final int port;

    CuttingProxy(int port) throws IOException {
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void cutNextCommit(Cut where) {
        next.set(where);
    }

    boolean hasCut() {
        return next.get() == Cut.NOWHERE;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> pump(client, database, true));
                Thread.ofVirtual().start(() -> pump(database, client, false));
            } catch (IOException e) {
                // closed, or a client that went away
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isUp) {
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var buffer = new byte[65_536];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (isUp && contains(buffer, read)) {
                    switch (next.getAndSet(Cut.NOWHERE)) {
                        case NOWHERE -> out.write(buffer, 0, read);
                        case BEFORE_THE_DATABASE -> {
                            return;
                        }
                        case BEFORE_THE_ANSWER -> {
                            from.shutdownOutput();
                            out.write(buffer, 0, read);
                        }
                    }
                } else {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // one side is gone: the other goes too
        }
    }

    private static boolean contains(byte[] buffer, int length) {
        for (var i = 0; i + COMMIT.length <= length; i++) {
            if (Arrays.equals(buffer, i, i + COMMIT.length, COMMIT, 0, COMMIT.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
