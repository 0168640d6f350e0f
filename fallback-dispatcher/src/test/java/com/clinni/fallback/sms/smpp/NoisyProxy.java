package com.clinni.fallback.sms.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to a provider on which anything may be heard besides. */
final class NoisyProxy implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private final int provider;
    private volatile Socket newest;

    NoisyProxy(int provider) throws IOException {
        this.door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.provider = provider;
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whoever called last hears this, in the middle of whatever is said. */
    void babble(byte[] noise) throws IOException {
        newest.getOutputStream().write(noise);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                var called = new Socket(InetAddress.getLoopbackAddress(), provider);
                newest = caller;
                carry(caller, called);
                carry(called, caller);
            } catch (IOException e) {
                // the door is shut, or the provider's is
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        Thread.startVirtualThread(
                () -> {
                    try (from;
                            to) {
                        from.getInputStream().transferTo(to.getOutputStream());
                    } catch (IOException e) {
                        // one of them hung up
                    }
                });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
