package com.clinni.testbed.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HTTP answer; {@link #NEVER} leaves the caller waiting. */
public record HttpAnswer(int status, String type, Map<String, String> headers, byte[] body) {

    public static final HttpAnswer NEVER = new HttpAnswer(0, "", Map.of(), new byte[0]);

    boolean isNever() {
        return status == NEVER.status;
    }

    public static HttpAnswer json(int status, Object body) {
        return new HttpAnswer(status, "application/json", Map.of(), Json.write(body));
    }

    public static HttpAnswer problem(int status, String sentence) {
        return new HttpAnswer(
                status,
                "application/problem+json",
                Map.of(),
                Json.write(Map.of("status", status, "detail", sentence)));
    }

    /** Anything at all, said to be JSON. */
    public static HttpAnswer text(String body) {
        return new HttpAnswer(
                200, "application/json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** What a misplaced proxy says with a friendly status. */
    public static HttpAnswer garbage(int status) {
        return new HttpAnswer(
                status,
                "text/html",
                Map.of(),
                "<html><body><h1>It works!</h1></body></html>".getBytes(StandardCharsets.UTF_8));
    }

    public HttpAnswer with(String header, String value) {
        return new HttpAnswer(status, type, Map.of(header, value), body);
    }
}
