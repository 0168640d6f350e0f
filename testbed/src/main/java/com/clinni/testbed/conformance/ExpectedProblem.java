package com.clinni.testbed.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem as RFC 9457 has it, with the status and code that were promised.
 *
 * @param status repeated in the body
 */
record ExpectedProblem(int status, String code) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lists how an answer differs from it, a sentence each. */
    List<String> deviations(RawAnswer answer) {
        var found = new ArrayList<String>();
        differs(found, "status", status, answer.status());
        differs(found, "content type", "application/problem+json", answer.contentType());
        var body = read(answer.body());
        differs(found, "type", "about:blank", body.path("type").asText());
        differs(found, "status of the body", status, body.path("status").asInt());
        differs(found, "code", code, body.path("code").asText());
        if (body.path("title").asText().isBlank()) {
            found.add("The title is missing.");
        }
        return found;
    }

    static String field(RawAnswer answer) {
        return read(answer.body()).path("field").asText();
    }

    private static void differs(List<String> found, String what, Object wanted, Object is) {
        if (!wanted.equals(is)) {
            found.add("The %s is %s instead of %s.".formatted(what, is, wanted));
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
