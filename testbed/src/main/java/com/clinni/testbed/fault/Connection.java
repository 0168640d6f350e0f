package com.clinni.testbed.fault;

import com.clinni.testbed.fault.Flow.Direction;
import com.clinni.testbed.fault.Inspector.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A connection through a proxy: two sockets and a thread for each direction. */
final class Connection {

    private static final int PIECE = 32 * 1024;

    private final Socket client;
    private final Flow flow;
    private final Inspector inspector;
    private final Socket server = new Socket();
    private volatile @Nullable Runnable atAnswer;

    Connection(Socket client, Flow flow, Inspector inspector) {
        this.client = client;
        this.flow = flow;
        this.inspector = inspector;
    }

    /** Returns when it is over. */
    void run(int target) {
        try {
            if (flow.fault().resets()) {
                reset();
                return;
            }
            flow.awaitPassage(Direction.TO_SERVER);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var back = Thread.ofVirtual().start(this::toClient);
            toServer();
            back.join();
            client.close();
            server.close();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    /** Both ends see that the connection broke. */
    void reset() {
        reset(client);
        reset(server);
    }

    private void toServer() {
        var bytes = new byte[PIECE];
        try {
            for (int n = client.getInputStream().read(bytes);
                    n >= 0;
                    n = client.getInputStream().read(bytes)) {
                switch (inspector.inspect(bytes, n)) {
                    case Verdict.GoOn() ->
                            flow.pass(Direction.TO_SERVER, server.getOutputStream(), bytes, n);
                    case Verdict.Cut(var passed, var action) -> {
                        flow.pass(Direction.TO_SERVER, server.getOutputStream(), bytes, passed);
                        end(action);
                        return;
                    }
                    case Verdict.CutAtAnswer(var passed, var action) -> {
                        atAnswer = action;
                        flow.pass(Direction.TO_SERVER, server.getOutputStream(), bytes, passed);
                    }
                }
            }
            flow.awaitPassage(Direction.TO_SERVER);
            server.shutdownOutput();
        } catch (IOException | RuntimeException e) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    private void toClient() {
        var bytes = new byte[PIECE];
        try {
            for (int n = server.getInputStream().read(bytes);
                    n >= 0;
                    n = server.getInputStream().read(bytes)) {
                var due = atAnswer;
                if (due != null) {
                    end(due);
                    return;
                }
                flow.pass(Direction.TO_CLIENT, client.getOutputStream(), bytes, n);
            }
            flow.awaitPassage(Direction.TO_CLIENT);
            client.shutdownOutput();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    private void end(Runnable action) {
        action.run();
        reset();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
