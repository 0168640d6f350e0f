package com.clinni.fallback.sms.http;

import com.clinni.fallback.sms.gateway.Sms;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;

/**
 * The provider's HTTP API, nothing else. No redirects and no repeats; the whole answer must come
 * within the time limit and within {@value #LARGEST} bytes.
 */
public final class SmsHttpClient {

    static final int LARGEST = 64 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final SmsHttpConfig terms;
    private final String apiKey;
    private final Duration timeLimit;
    private final HttpClient client;

    public SmsHttpClient(
            URI base,
            String apiKey,
            Duration connectLimit,
            Duration timeLimit,
            SmsHttpConfig terms) {
        this.base = base;
        this.terms = terms;
        this.apiKey = apiKey;
        this.timeLimit = timeLimit;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectLimit)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** What became of one request. */
    sealed interface Exchange {

        /** No byte of the request left. */
        record NotConnected() implements Exchange {}

        /** It may have been received. */
        record Broken(String how) implements Exchange {}

        record Answered(Answer answer) implements Exchange {}
    }

    /** An answer; what is not JSON says nothing. */
    record Answer(int status, JsonAnswer json) {}

    Exchange send(Sms sms) {
        var fields = SmsFields.of(sms, terms);
        return exchange(
                switch (terms.body()) {
                    case JSON ->
                            posting("application/json", BodyPublishers.ofByteArray(fields.json()));
                    case FORM ->
                            posting(
                                    "application/x-www-form-urlencoded",
                                    BodyPublishers.ofString(fields.form()));
                    case QUERY ->
                            request(terms.path() + "?" + fields.form())
                                    .method(terms.method(), BodyPublishers.noBody());
                });
    }

    private HttpRequest.Builder posting(String type, BodyPublisher body) {
        return request(terms.path()).header("Content-Type", type).method(terms.method(), body);
    }

    Exchange lookup(String reference) {
        return exchange(request(terms.lookupPath().replace("{reference}", reference)).GET());
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
                .header(terms.keyHeader(), terms.keyValue().replace("{key}", apiKey));
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
            var body = JSON.readTree(response.body());
            return new Answer(response.statusCode(), new JsonAnswer(body));
        } catch (IOException e) {
            return new Answer(response.statusCode(), new JsonAnswer(MissingNode.getInstance()));
        }
    }
}
