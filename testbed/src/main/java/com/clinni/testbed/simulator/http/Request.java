package com.clinni.testbed.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, read whole.
 *
 * @param path its decoded segments
 * @param headers by lower-case name
 */
public record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {

    /** The path's segments and the method in front: what a switch needs. */
    public String route() {
        return method + " /" + String.join("/", path);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decoded)
                .toList();
    }

    public static Map<String, String> parameters(@Nullable String rawQuery) {
        var parameters = new HashMap<String, String>();
        if (rawQuery != null) {
            for (var pair : rawQuery.split("&")) {
                var parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return Map.copyOf(parameters);
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
