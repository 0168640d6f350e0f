package com.clinni.testbed.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one way in which services answer what went wrong over HTTP, asked by one request of theirs.
 *
 * @param base where the service listens
 * @param clinicId of a clinic that the service knows
 * @param method of the request, POST or PUT
 * @param path of the request, with the name of something that need not exist
 * @param sample a body that the service reads: a JSON object whose first member is no object
 */
public record HttpDialect(URI base, String clinicId, String method, String path, String sample) {

    private static final String JSON = "application/json";
    private static final ExpectedProblem DATABASE_AWAY =
            new ExpectedProblem(503, "DATABASE_UNAVAILABLE");
    private static final long FAR_TOO_MUCH = 100_000_000;

    /** How the service's answer to a mistake differs from everybody's; empty if it does not. */
    public List<String> deviations(ClientMistake mistake) {
        var answer = answer(mistake);
        var found = new ArrayList<>(mistake.promise().deviations(answer));
        if (mistake.namesField() && !ExpectedProblem.field(answer).equals(field(mistake))) {
            found.add("The field is not named.");
        }
        return found;
    }

    /** How the service's answers where a body is missing differ, of every route that needs one. */
    public List<String> deviationsWithoutBody() {
        var found = new ArrayList<String>();
        var routes = JsonRoutes.of(base, clinicId);
        if (routes.isEmpty()) {
            found.add("No route needs a body.");
        }
        for (var route : routes) {
            var answer = RawAnswer.to(base, route, JSON, "", 0);
            ClientMistake.MISSING_BODY
                    .promise()
                    .deviations(answer)
                    .forEach(deviation -> found.add(route + ": " + deviation));
        }
        return found;
    }

    /** How its answer differs while its database is away. */
    public List<String> deviationsWithoutDatabase() {
        var answer = ask(method, path, JSON, sample);
        var found = new ArrayList<>(DATABASE_AWAY.deviations(answer));
        if (!answer.headers().containsKey("retry-after")) {
            found.add("Nothing says when to come back.");
        }
        return found;
    }

    /** How its answer differs that a browser gets at an address that is none. */
    public List<String> deviationsForPeople() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(base.resolve("/no-such-page"))
                        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .header("Accept-Language", "ca-ES,es;q=0.8,en;q=0.5")
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var found = new ArrayList<String>();
            if (answer.statusCode() != 404) {
                found.add("The status is " + answer.statusCode() + ".");
            }
            var type = answer.headers().firstValue("Content-Type").orElse("none");
            if (!type.equalsIgnoreCase("text/html;charset=utf-8")) {
                found.add("The media type is " + type + ".");
            }
            if (!answer.body().contains("<html lang=\"ca\">")) {
                found.add("The page is not in the language that was asked for.");
            }
            return found;
        }
    }

    /**
     * The routes of the OpenAPI document that leave out who may call, or how others are answered.
     */
    public List<String> deviationsOfDescription() {
        var document = JsonRoutes.document(base);
        var found = new ArrayList<String>();
        if (!document.at("/components/securitySchemes/bearer/scheme").asText().equals("bearer")) {
            found.add("No scheme says that tokens are bearer tokens.");
        }
        var isNeeded = document.path("security").toString().contains("\"bearer\"");
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var isOpen = operation.getValue().path("security").toString().equals("[]");
                var isMeantOpen = path.getKey().matches("/(webhooks|preferences)/.*");
                var answers = operation.getValue().path("responses");
                var isTold = answers.has("401") && answers.has("403");
                var isAboutClinic = path.getKey().contains("{clinicId}");
                if (isOpen != isMeantOpen
                        || (!isOpen && !(isNeeded && isTold))
                        || (isAboutClinic && !answers.has("404"))) {
                    found.add(operation.getKey() + " " + path.getKey() + " is not described.");
                }
            }
        }
        return found;
    }

    private RawAnswer answer(ClientMistake mistake) {
        return switch (mistake) {
            case BROKEN_JSON -> ask(sample.substring(0, sample.lastIndexOf('}')));
            case ANOTHER_KIND_OF_JSON -> ask("[" + sample + "]");
            case DUPLICATE_KEY -> ask("{" + firstMember() + "," + sample.strip().substring(1));
            case TRAILING_CONTENT -> ask(sample + "{}");
            case MISSING_BODY -> ask("");
            case WRONG_TYPE_INSIDE -> ask("{\"" + field(mistake) + "\":{\"a\":[1]}}");
            case NUMBER_FOR_TEXT_OR_TEXT_FOR_NUMBER -> ask(withFirst(isText() ? "7" : "\"7\""));
            case FRACTION_FOR_ANYTHING_ELSE -> ask(withFirst("1.9"));
            case UNKNOWN_FIELD ->
                    ask("{\"" + field(mistake) + "\":1," + sample.strip().substring(1));
            case NUL_IN_PATH -> ask(method, path + "%00", JSON, sample);
            case UNKNOWN_PATH -> ask("GET", "/no-such-thing", JSON, "");
            case WRONG_METHOD -> ask("PATCH", path, JSON, sample);
            case TOO_LARGE_BODY -> RawAnswer.to(base, line(method, path), JSON, "", FAR_TOO_MUCH);
            case NO_MEDIA_TYPE -> ask(method, path, RawAnswer.NO_MEDIA_TYPE, sample);
            case EMPTY_MEDIA_TYPE -> ask(method, path, " ", sample);
            case ANY_MEDIA_TYPE -> ask(method, path, "*/*", sample);
            case WRONG_MEDIA_TYPE -> ask(method, path, "text/plain", sample);
        };
    }

    /** The sample with another value of its first member. */
    private String withFirst(String value) {
        var first = firstMember();
        return sample.replace(first, first.substring(0, first.indexOf(':') + 1) + value);
    }

    private boolean isText() {
        return firstMember().endsWith("\"");
    }

    private String field(ClientMistake mistake) {
        return mistake == ClientMistake.UNKNOWN_FIELD
                ? "noSuchField"
                : firstMember().split("\"")[1];
    }

    /** The sample's first member, without what follows it. */
    private String firstMember() {
        return sample.replaceFirst(
                "(?s)^\\s*\\{\\s*(\"[^\"]+\"\\s*:\\s*(\"[^\"]*\"|[^,}\"]+)).*", "$1");
    }

    private RawAnswer ask(String body) {
        return ask(method, path, JSON, body);
    }

    private RawAnswer ask(String verb, String where, String mediaType, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return RawAnswer.to(base, line(verb, where), mediaType, body, length);
    }

    private static String line(String verb, String where) {
        return verb + " " + where;
    }
}
