package com.clinni.testbed.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The routes of a service that need a JSON body, as its OpenAPI document has them. */
final class JsonRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID NOBODY = new UUID(0, 0);

    private JsonRoutes() {}

    /**
     * The first line of a request to each, without the protocol; where a path names something, it
     * is something that does not exist, save for the clinic.
     */
    static List<String> of(URI service, String clinicId) {
        var routes = new ArrayList<String>();
        for (var path : document(service).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (needsJson(operation.getValue().path("requestBody"))) {
                    routes.add(
                            operation.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey()
                                            .replace("{clinicId}", clinicId)
                                            .replaceAll("\\{[^}]+}", NOBODY.toString()));
                }
            }
        }
        return routes;
    }

    private static boolean needsJson(JsonNode body) {
        return body.path("content").has("application/json")
                && body.path("required").asBoolean(true);
    }

    static JsonNode document(URI service) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service.resolve("/q/openapi?format=json")).build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError("the service does not say which routes it has", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while routes were asked for", e);
        }
    }
}
