package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Waiting for a server to accept connections, quietly: clients complain while there is none. */
final class Listening {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 2000;

    private Listening() {}

    /** Returns as soon as somebody listens at {@code host:port}. */
    static void await(String address) throws IOException, InterruptedException {
        var colon = address.lastIndexOf(':');
        var host = address.substring(address.lastIndexOf('/') + 1, colon);
        var port = Integer.parseInt(address.substring(colon + 1));
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > giveUpAt) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }
}
