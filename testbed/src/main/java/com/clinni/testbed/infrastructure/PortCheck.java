package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Checks whether a server accepts connections, without the warnings that clients log while there is
 * none.
 */
public final class PortCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 2000;

    private PortCheck() {}

    public static boolean at(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns as soon as somebody listens at {@code host:port}. */
    static void await(String address) throws IOException, InterruptedException {
        var colon = address.lastIndexOf(':');
        var host = address.substring(address.lastIndexOf('/') + 1, colon);
        var port = Integer.parseInt(address.substring(colon + 1));
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!at(host, port)) {
            if (System.nanoTime() > giveUpAt) {
                throw new IOException("Nobody listens on port " + port + ".");
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }
}
