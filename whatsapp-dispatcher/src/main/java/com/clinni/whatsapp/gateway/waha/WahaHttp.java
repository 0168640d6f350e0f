package com.clinni.whatsapp.gateway.waha;

import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.BrokenOff;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.NotConnected;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.TimedOut;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Withheld;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Plain HTTP to one WAHA: no redirects, no retries, a limit on the whole call and on what is read.
 * The JDK's client never repeats a POST whose connection was made.
 */
final class WahaHttp implements AutoCloseable {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final WahaSettings settings;
    private final Clock clock;
    private final HttpClient client;

    WahaHttp(WahaSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .build();
    }

    WahaAnswer get(String path) {
        return call(request(path).GET().build());
    }

    WahaAnswer post(String path, byte[] json, BooleanSupplier mayLeave) {
        return call(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(GuardedBody.of(json, mayLeave))
                        .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(settings.url().resolve(path))
                .header("X-Api-Key", settings.apiKey())
                .header("Accept", "application/json");
    }

    /** The limit is set here, not on the request, where it would end with the headers. */
    private WahaAnswer call(HttpRequest request) {
        var answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answered(answer.get(settings.callTimeout().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new TimedOut();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new TimedOut();
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private Answered answered(HttpResponse<byte[]> response) {
        var retryAfter =
                response.headers()
                        .firstValue("Retry-After")
                        .flatMap(written -> RetryAfter.read(written, clock.instant()));
        return new Answered(response.statusCode(), response.body(), retryAfter.orElse(null));
    }

    /** The client may have wrapped what our own body said. */
    private static WahaAnswer failed(@Nullable Throwable cause) {
        var inner = cause == null ? null : cause.getCause();
        return switch (inner instanceof GuardedBody.Withheld own ? own : cause) {
            case ConnectException _, HttpConnectTimeoutException _, SSLHandshakeException _ ->
                    new NotConnected();
            case GuardedBody.Withheld _ -> new Withheld();
            case null, default -> new BrokenOff();
        };
    }
}
