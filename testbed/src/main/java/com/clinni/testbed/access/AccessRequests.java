package com.clinni.testbed.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Requests to routes of a service, as one of its own pages would send them: with bodies of a type
 * that the route takes, and little in them.
 */
final class AccessRequests implements AutoCloseable {

    /** Names the clinic as whose reception a request is to go on, past the door. */
    static final String NARROWED_TO = "X-Test-Narrowed-To";

    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";
    private static final String EMPTY_MULTIPART = "--empty--\r\n";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI service;
    private final String clinicId;
    private final JsonNode paths;

    AccessRequests(URI service) {
        this(service, "");
    }

    private AccessRequests(URI service, String clinicId) {
        this.service = service;
        this.clinicId = clinicId;
        this.paths = documented();
    }

    /** Requests that act for the reception of one clinic, whatever their token let them through. */
    static AccessRequests asIfNobodyDecided(URI service, String clinicId) {
        return new AccessRequests(service, clinicId);
    }

    private JsonNode documented() {
        var document = service.resolve("/q/openapi?format=json");
        try {
            return new ObjectMapper()
                    .readTree(send(HttpRequest.newBuilder(document).build()).body())
                    .path("paths");
        } catch (IOException e) {
            throw new AssertionError("the service's document cannot be read", e);
        }
    }

    /** The types of body that a route takes; one of JSON where its document names none. */
    List<String> mediaTypes(RouterRoute route) {
        var found = new ArrayList<String>();
        paths.path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .fieldNames()
                .forEachRemaining(found::add);
        return found.isEmpty() ? List.of(JSON) : found;
    }

    /**
     * The answer to a request whose body says nothing.
     *
     * @param bearer the Authorization header, empty for none
     */
    HttpResponse<String> send(String method, String path, String mediaType, String bearer) {
        if (mediaType.equals(MULTIPART)) {
            return send(method, path, mediaType + "; boundary=empty", EMPTY_MULTIPART, bearer);
        }
        return send(method, path, mediaType, mediaType.endsWith("json") ? "{}" : "", bearer);
    }

    /** The answer to a request with this body, where its method has one. */
    HttpResponse<String> send(
            String method, String path, String mediaType, String body, String bearer) {
        var request = HttpRequest.newBuilder(URI.create("http://" + service.getAuthority() + path));
        if (!bearer.isEmpty()) {
            request.header("Authorization", bearer);
        }
        if (!clinicId.isEmpty()) {
            request.header(NARROWED_TO, clinicId);
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            return send(request.method(method, BodyPublishers.noBody()).build());
        }
        request.header("Content-Type", mediaType)
                .header("Origin", "http://" + service.getAuthority());
        return send(request.method(method, BodyPublishers.ofString(body)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted at " + request, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
