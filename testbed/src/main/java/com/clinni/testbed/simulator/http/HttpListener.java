package com.clinni.testbed.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on one port that can be taken down, open connections included, and put up again.
 */
public final class HttpListener implements AutoCloseable {

    static {
        // Without it every answer on a kept connection waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What is done with a request. */
    public interface Handler {
        HttpAnswer answer(Request request) throws Exception;
    }

    private static final int BACKLOG = 1024;
    private static final Duration FOR_EVER = Duration.ofMinutes(30);

    private final String host;
    private final Handler handler;
    private int port;
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads) {}

    public HttpListener(String host, int port, Handler handler) {
        this.host = host;
        this.port = port;
        this.handler = handler;
        open();
    }

    /** Stays the same when the listener goes down and comes up again. */
    public synchronized int port() {
        return port;
    }

    public synchronized void open() {
        if (running != null) {
            return;
        }
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on.", e);
        }
        port = server.getAddress().getPort();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        running = new Running(server, threads);
    }

    /** Refuses connections from now on and cuts those that are open. */
    @Override
    public synchronized void close() {
        if (running != null) {
            running.server().stop(0);
            running.threads().shutdownNow();
            running = null;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = answer(read(exchange));
            if (reply.isNever()) {
                Thread.sleep(FOR_EVER);
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(
                    reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpAnswer answer(Request request) throws InterruptedException {
        try {
            return handler.answer(request);
        } catch (IllegalArgumentException e) {
            return HttpAnswer.problem(400, Objects.requireNonNullElse(e.getMessage(), "Refused."));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return HttpAnswer.problem(500, "The simulator failed: " + e.getClass().getSimpleName());
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                Request.segments(uri.getRawPath()),
                Request.parameters(uri.getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }
}
