package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The WAHA that is simulated: its engine and its version. */
public record Installation(Engine engine, String version) {

    private static final String VERSION = "2026.4.3";

    public static final Installation USUAL = new Installation(Engine.NOWEB, VERSION);

    public Installation {
        if (engine == null) {
            throw new IllegalArgumentException("An engine is needed.");
        }
        version = version == null ? VERSION : version;
    }

    public static Installation of(Engine engine) {
        return new Installation(engine, VERSION);
    }

    /** As {@code /api/server/version} and every event say it. */
    ObjectNode json() {
        return Json.MAPPER
                .createObjectNode()
                .put("version", version)
                .put("engine", engine.waha())
                .put("tier", "PLUS");
    }

    /** WAHA's error page, which repeats the request, patient's number and text included. */
    Map<String, Object> errorPage(String message, String path, String method, Object body) {
        return Map.of(
                "statusCode",
                500,
                "exception",
                Map.of("name", "Error", "message", message),
                "request",
                Map.of("path", path, "method", method, "body", body, "query", Map.of()),
                "version",
                json());
    }
}
