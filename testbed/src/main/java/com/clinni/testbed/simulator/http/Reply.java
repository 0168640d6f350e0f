package com.clinni.testbed.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HTTP answer; {@link #NEVER} leaves the caller waiting. */
public record Reply(int status, String type, Map<String, String> headers, byte[] body) {

    public static final Reply NEVER = new Reply(0, "", Map.of(), new byte[0]);

    public static Reply json(int status, Object body) {
        return new Reply(status, "application/json", Map.of(), Json.write(body));
    }

    public static Reply problem(int status, String sentence) {
        return new Reply(
                status,
                "application/problem+json",
                Map.of(),
                Json.write(Map.of("status", status, "detail", sentence)));
    }

    /** Anything at all, said to be JSON. */
    public static Reply text(String body) {
        return new Reply(200, "application/json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** What a misplaced proxy says with a friendly status. */
    public static Reply garbage(int status) {
        return new Reply(
                status,
                "text/html",
                Map.of(),
                "<html><body><h1>It works!</h1></body></html>".getBytes(StandardCharsets.UTF_8));
    }

    public Reply with(String header, String value) {
        return new Reply(status, type, Map.of(header, value), body);
    }
}
