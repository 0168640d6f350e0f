package com.clinni.testbed.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Requests to every route that a service's OpenAPI document names, with the ids of somebody's in
 * the paths.
 */
public final class EveryRoute {

    private final List<String> methodsAndPaths = new ArrayList<>();

    private EveryRoute(URI service) {
        for (var path : JsonRoutes.document(service).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                methodsAndPaths.add(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
    }

    public static EveryRoute of(URI service) {
        return new EveryRoute(service);
    }

    /** A method and a path, as far as a test fills it in. */
    public record Call(String method, String route, String path) {}

    /** One call of each route, each id by one of those of its name. */
    public List<Call> calls(Map<String, List<String>> ids, Random random) {
        return methodsAndPaths.stream().map(each -> call(each, ids, random)).toList();
    }

    private static Call call(String methodAndPath, Map<String, List<String>> ids, Random random) {
        var space = methodAndPath.indexOf(' ');
        var route = methodAndPath.substring(space + 1);
        var path = route;
        for (var id : ids.entrySet()) {
            var among = id.getValue();
            path = path.replace("{" + id.getKey() + "}", among.get(random.nextInt(among.size())));
        }
        return new Call(methodAndPath.substring(0, space), route, path);
    }
}
