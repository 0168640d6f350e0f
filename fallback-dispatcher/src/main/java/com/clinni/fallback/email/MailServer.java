package com.clinni.fallback.email;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Checks whether the mail server accepts connections. The mail client cannot tell a connection that
 * was never opened from one that broke after the last byte, so this is asked first after a failure.
 */
final class MailServer {

    private final String host;
    private final int port;
    private final Duration limit;
    private volatile boolean inTrouble;

    MailServer(String host, int port, Duration limit) {
        this.host = host;
        this.port = port;
        this.limit = limit;
    }

    void wentWell() {
        inTrouble = false;
    }

    void wentBadly() {
        inTrouble = true;
    }

    /** True without looking while all is well. */
    boolean isReachable() {
        if (!inTrouble) {
            return true;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) limit.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
