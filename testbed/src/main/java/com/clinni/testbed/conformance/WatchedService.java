package com.clinni.testbed.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Reads by HTTP what a service tells of its own health. */
final class WatchedService {

    private static final int OK = 200;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    boolean isLive() throws IOException, InterruptedException {
        return status(ManagementPort.health("live")) == OK;
    }

    boolean says(String text) throws IOException, InterruptedException {
        return body(ManagementPort.health("live")).contains(text);
    }

    /** What a metric says; tags are written as Prometheus does. Empty if there is none. */
    Optional<Double> value(String metric) throws IOException, InterruptedException {
        return body(ManagementPort.metrics())
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .findFirst()
                .map(line -> Double.valueOf(line.substring(metric.length() + 1)));
    }

    private int status(URI address) throws IOException, InterruptedException {
        return CLIENT.send(request(address), BodyHandlers.discarding()).statusCode();
    }

    private String body(URI address) throws IOException, InterruptedException {
        return CLIENT.send(request(address), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).build();
    }
}
