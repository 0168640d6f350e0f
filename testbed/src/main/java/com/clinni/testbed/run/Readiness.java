package com.clinni.testbed.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Checks whether the parts that should answer over HTTP do. */
final class Readiness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    boolean answers(int port, String path) {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).GET().build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean ready(Service service, Ports ports) {
        return answers(ports.managementOf(service), "/q/health/ready");
    }

    boolean simulators(Ports ports) {
        return answers(ports.control(), "/_sim/whatsapp/mode");
    }

    /**
     * Its answer that it is alive says nothing: discovery and the keys are what services ask for.
     */
    boolean identity(Ports ports) {
        return answers(ports.identity(), "/clinni/.well-known/openid-configuration")
                && answers(ports.identity(), "/clinni/jwks");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
