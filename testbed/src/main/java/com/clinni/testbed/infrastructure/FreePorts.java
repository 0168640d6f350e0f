package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds free ports of this machine. */
public final class FreePorts {

    /** Above the blocks of local systems, below what Linux gives to clients. */
    private static final int LOWEST = 31_000;

    private static final int HIGHEST = 32_700;
    private static final Queue<ServerSocket> HELD = new ConcurrentLinkedQueue<>();

    private FreePorts() {}

    /**
     * A port nobody uses at this moment. It lies below those that systems give to clients: one of
     * theirs may be taken by anybody's next connection before a server comes to listen on it.
     */
    public static int any() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a server could listen on this port of the loopback address now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Listens on a port until this process ends; says whether it could. */
    public static boolean hold(int port) {
        try {
            HELD.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
