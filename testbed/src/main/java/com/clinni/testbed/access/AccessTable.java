package com.clinni.testbed.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service's access.csv: for each route, and for each kind of caller, whether the door lets it in.
 * A line that begins with # is for readers.
 */
final class AccessTable {

    private static final String FILE = "access.csv";
    private static final int FIRST_CALLER = 2;

    private final List<String> callers;
    private final Map<RouterRoute, List<AccessCell>> rows = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    private AccessTable(List<List<String>> lines) {
        var head = lines.getFirst();
        callers = head.subList(FIRST_CALLER, head.size());
        for (var line : lines.subList(1, lines.size())) {
            var route = new RouterRoute(line.get(0), line.get(1));
            var cells = line.subList(FIRST_CALLER, head.size()).stream().map(AccessCell::of);
            if (rows.put(route, cells.toList()) != null) {
                repeated.add(route.toString());
            }
        }
    }

    /** The table of the service under test. */
    static AccessTable ofThisService() {
        var loader = Thread.currentThread().getContextClassLoader();
        var bytes = Objects.requireNonNull(loader.getResourceAsStream(FILE), "no " + FILE);
        try (var in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return new AccessTable(
                    in.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(AccessTable::words)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(",")).map(String::strip).toList();
    }

    Set<RouterRoute> routes() {
        return rows.keySet();
    }

    /** The routes that ask for a token. */
    List<RouterRoute> routesWithSignIn() {
        return rows.entrySet().stream()
                .filter(row -> cell(row.getValue(), "nobody").at(0).equals("401"))
                .filter(row -> !cell(row.getValue(), "responsable").at(0).equals("401"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A route by which a caller of one clinic reads something of it, be it a machine. */
    RouterRoute readingRoute() {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().method().equals("GET") && row.getKey().isOfClinic())
                .filter(
                        row ->
                                Stream.of("centro", "servicio")
                                        .map(caller -> cell(row.getValue(), caller))
                                        .anyMatch(cell -> cell.at(0).equals(ExpectedAccess.IN)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private AccessCell cell(List<AccessCell> row, String caller) {
        return row.get(callers.indexOf(caller));
    }

    /**
     * The answers that each caller is to get at each route, for each kind of clinic where one is
     * named.
     */
    List<ExpectedAccess> expectations(String own, String other, String unknown) {
        var found = new ArrayList<ExpectedAccess>();
        rows.forEach(
                (route, cells) -> {
                    var clinics = route.isOfClinic() ? List.of(own, other, unknown) : List.of(own);
                    for (var caller = 0; caller < callers.size(); caller++) {
                        for (var kind = 0; kind < clinics.size(); kind++) {
                            found.add(
                                    new ExpectedAccess(
                                            route,
                                            callers.get(caller),
                                            route.at(clinics.get(kind)),
                                            cells.get(caller).at(kind)));
                        }
                    }
                });
        return found;
    }

    List<String> repeated() {
        return repeated;
    }
}
