package com.clinni.appointments.erasure;

import com.clinni.platform.access.ServiceToken;
import com.clinni.platform.http.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The other services' data of a patient. One that does not answer fails the whole: whoever gets an
 * incomplete copy takes it for a complete one.
 */
@ApplicationScoped
class OtherServices {

    private static final Logger LOG = Logger.getLogger(OtherServices.class);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final Map<String, URI> services = new LinkedHashMap<>();
    private final ServiceToken token;
    private final ObjectMapper json;

    OtherServices(ExportConfig config, ServiceToken token, ObjectMapper json) {
        services.put("reminder-service", config.remindersUrl());
        services.put("whatsapp-dispatcher", config.whatsappUrl());
        services.put("fallback-dispatcher", config.fallbackUrl());
        this.token = token;
        this.json = json;
    }

    /**
     * Data that each service has, by the service's name.
     *
     * @throws Problem 503 SERVICE_UNAVAILABLE, with the service as its field
     */
    Map<String, JsonNode> data(String clinicId, String patientId) {
        var data = new LinkedHashMap<String, JsonNode>();
        services.forEach((name, url) -> data.put(name, ask(name, url, clinicId, patientId)));
        return data;
    }

    private JsonNode ask(String name, URI url, String clinicId, String patientId) {
        var path = "/clinics/%s/patients/%s/data".formatted(clinicId, patientId);
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWERING).GET();
        try {
            token.bearer().ifPresent(bearer -> request.header("Authorization", bearer));
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == OK) {
                return json.readTree(answer.body());
            }
            LOG.warnf("%s gave no data for an export: status %d", name, answer.statusCode());
        } catch (IOException e) {
            LOG.warnf("%s gave no data for an export: %s", name, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(503, "SERVICE_UNAVAILABLE", name, "Nothing is exported without it.");
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
