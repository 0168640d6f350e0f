package com.clinni.fallback.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/**
 * The provider's HTTP API, nothing else. No redirects and no repeats; the whole answer must come
 * within the time limit and within {@value #LARGEST} bytes.
 */
final class SmsApi {

    static final int LARGEST = 64 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final String apiKey;
    private final Duration timeLimit;
    private final HttpClient client;

    SmsApi(URI base, String apiKey, Duration connectLimit, Duration timeLimit) {
        this.base = base;
        this.apiKey = apiKey;
        this.timeLimit = timeLimit;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectLimit)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    static SmsApi of(SmsConfig config) {
        return new SmsApi(
                config.gatewayUrl(),
                config.gatewayApiKey(),
                config.connectLimit(),
                config.callLimit());
    }

    /** What became of one request. */
    sealed interface Exchange {

        /** No byte of the request left. */
        record NotConnected() implements Exchange {}

        /** It may have been received. */
        record Broken(String how) implements Exchange {}

        record Answered(Answer answer) implements Exchange {}
    }

    /** An answer; a body that is not a JSON object is an empty one. */
    record Answer(int status, JsonNode body) {

        /** What can be kept: PostgreSQL does not take everything that JSON can say. */
        private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E][\\x20-\\x7E]{0,199}");

        boolean isJson() {
            return body != null && body.isObject();
        }

        Optional<String> text(String field) {
            return isJson() && body.path(field).isTextual()
                    ? Optional.of(body.path(field).textValue()).filter(PLAIN.asMatchPredicate())
                    : Optional.empty();
        }
    }

    Exchange send(Sms sms) {
        var body =
                Map.of(
                        "to", sms.to().e164(),
                        "text", sms.text(),
                        "from", sms.from(),
                        "reference", sms.reference());
        try {
            return exchange(
                    request("/sms")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an SMS that cannot be written as JSON");
        }
    }

    Exchange lookup(String reference) {
        return exchange(request("/sms/" + reference).GET());
    }

    Exchange balance(URI address) {
        return exchange(request(address).GET());
    }

    private HttpRequest.Builder request(String path) {
        return request(URI.create(base.toString().replaceFirst("/$", "") + path));
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(timeLimit)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + apiKey);
    }

    private Exchange exchange(HttpRequest.Builder request) {
        try {
            return new Exchange.Answered(
                    answerOf(
                            client.send(
                                    request.build(),
                                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST))));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return new Exchange.NotConnected();
        } catch (IOException e) {
            return new Exchange.Broken(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Broken("INTERRUPTED");
        }
    }

    private static Answer answerOf(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            return new Answer(response.statusCode(), null);
        }
    }
}
