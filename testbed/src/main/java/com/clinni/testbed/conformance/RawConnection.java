package com.clinni.testbed.conformance;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection to a server, over which bytes go as they are written. */
public final class RawConnection implements AutoCloseable {

    /**
     * Far more than any limit of {@link ConformanceServers}, so that only the server's own ends it.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;

    public RawConnection(URI server) {
        try {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
        } catch (IOException e) {
            throw new AssertionError("the server cannot be connected to", e);
        }
    }

    /** Sends lines, each ended as HTTP wants it. */
    public RawConnection send(String... lines) {
        return sendText(String.join("\r\n", lines) + "\r\n");
    }

    /** Sends text and nothing more; a server that has gone by then takes nothing. */
    RawConnection sendText(String text) {
        isTaken(text);
        return this;
    }

    /** False once the server no longer takes anything. */
    boolean isTaken(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Everything that comes until the server closes. */
    public String untilClosed() {
        var all = new StringBuilder();
        try {
            for (int c; (c = socket.getInputStream().read()) >= 0; ) {
                all.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection stays open after: " + firstLine(all), e);
        } catch (IOException e) {
            all.append(""); // a reset ends a connection too
        }
        return all.toString();
    }

    /** The status line and headers of the next answer; empty where the server closed instead. */
    String head() {
        var head = new StringBuilder();
        try {
            for (int c;
                    head.indexOf("\r\n\r\n") < 0 && (c = socket.getInputStream().read()) >= 0; ) {
                head.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer came", e);
        } catch (IOException e) {
            return head.toString();
        }
        return head.toString();
    }

    /**
     * Sends a piece again and again.
     *
     * @return false once the server no longer takes it
     */
    boolean drip(String piece, Duration every, int times) throws InterruptedException {
        for (var i = 0; i < times; i++) {
            if (!isTaken(piece)) {
                return false;
            }
            Thread.sleep(every);
        }
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError("the connection cannot be closed", e);
        }
    }

    private static String firstLine(CharSequence text) {
        return text.toString().lines().findFirst().orElse("nothing");
    }
}
