package com.clinni.testbed.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.Executors;

/** The front page of the local system: what runs, where, and whether it is up. */
final class StatusPage {

    private final LocalSystem system;

    private StatusPage(LocalSystem system) {
        this.system = system;
    }

    /** Serves the page until this JVM ends. */
    static void open(LocalSystem system) {
        var address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), system.ports().page());
        try {
            var server = HttpServer.create(address, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", new StatusPage(system)::serve);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var found = exchange.getRequestURI().getPath().equals("/");
            var readable = exchange.getRequestMethod().matches("GET|HEAD");
            if (!readable) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var language = language(exchange);
            var html =
                    found
                            ? StatusHtml.page(StatusTable.of(system), language)
                            : StatusHtml.missing(language);
            var page = html.getBytes(UTF_8);
            var status = found ? 200 : 404;
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Vary", "Accept-Language");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    /** {@code ?lang=} before what the browser asks for; Spanish for everybody else. */
    private static Locale language(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        if (query != null && query.matches("lang=(es|en)")) {
            return Locale.of(query.substring("lang=".length()));
        }
        var accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
        return accepted != null && accepted.startsWith("en") ? Locale.ENGLISH : Locale.of("es");
    }
}
