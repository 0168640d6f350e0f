package com.clinni.testbed.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a service tells of itself by HTTP. */
final class WatchedService {

    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;

    WatchedService(URI service) {
        this.service = service;
    }

    boolean isLive() throws IOException, InterruptedException {
        return status("/q/health/live") == OK;
    }

    boolean says(String text) throws IOException, InterruptedException {
        return body("/q/health/live").contains(text);
    }

    /** Whether the metric has this value; tags are written as Prometheus does. */
    boolean measures(String metric, double value) throws IOException, InterruptedException {
        return body("/q/metrics").lines().anyMatch(line -> line.equals(metric + " " + value));
    }

    private int status(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.discarding()).statusCode();
    }

    private String body(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).build();
    }
}
