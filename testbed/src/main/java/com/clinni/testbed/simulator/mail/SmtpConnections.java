package com.clinni.testbed.simulator.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of the mail server, so that they can be cut without a word. */
final class SmtpConnections {

    private final Map<SocketAddress, Socket> open = new ConcurrentHashMap<>();

    /** Not bound yet: the server does that. */
    ServerSocket newListener() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                var socket = super.accept();
                open.values().removeIf(Socket::isClosed);
                open.put(socket.getRemoteSocketAddress(), socket);
                return socket;
            }
        };
    }

    void cut(SocketAddress peer) {
        var socket = open.remove(peer);
        if (socket != null) {
            close(socket);
        }
    }

    /** All of them. */
    void cut() {
        open.values().forEach(SmtpConnections::close);
        open.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
