package com.clinni.testbed.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;

/**
 * A service's answer, as far as it says who may do what.
 *
 * @param code the problem's, empty where it is none
 */
record AccessAnswer(int status, String code) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Statuses that say nothing of what was asked, only that it is not looked at. */
    private static final Set<Integer> BEFORE = Set.of(401, 403, 405, 406, 415, 421);

    private static final int SERVER_ERROR = 500;

    private static final Set<String> NO_SUCH_ROUTE_OR_CLINIC =
            Set.of("NOT_FOUND", "UNKNOWN_CLINIC");

    static AccessAnswer of(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return new AccessAnswer(
                answer.statusCode(),
                type.startsWith("application/problem+json") ? code(answer.body()) : "");
    }

    boolean isPastTheDoor() {
        return !BEFORE.contains(status)
                && !NO_SUCH_ROUTE_OR_CLINIC.contains(code)
                && (status < SERVER_ERROR || isForAnotherService());
    }

    /** No other service is there in tests. */
    private boolean isForAnotherService() {
        return code.endsWith("_UNAVAILABLE") && !code.equals("DATABASE_UNAVAILABLE");
    }

    /**
     * True where nothing was done and nothing told: there is no such thing, or who asks is unknown.
     */
    boolean isRefusal() {
        return status == 400 || status == 401 || (status == 404 && !isPastTheDoor());
    }

    boolean isUnknownClinic() {
        return status == 404 && code.equals("UNKNOWN_CLINIC");
    }

    boolean isProblem() {
        return !code.isEmpty();
    }

    private static String code(String body) {
        try {
            return JSON.readTree(body).path("code").asText();
        } catch (IOException e) {
            return "";
        }
    }
}
