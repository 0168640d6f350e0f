package com.clinni.whatsapp.optout;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.access.ServiceToken;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** Asks appointments-service. The number stands in the body, because addresses get logged. */
@ApplicationScoped
class AppointmentsVisitLookUp implements VisitLookUp {

    private static final Logger LOG = Logger.getLogger(AppointmentsVisitLookUp.class);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final OptOutConfig config;
    private final ServiceToken token;
    private final ObjectMapper json;

    AppointmentsVisitLookUp(OptOutConfig config, ServiceToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
    }

    @Override
    public Answer of(String clinicId, PhoneNumber phone) {
        try {
            return read(http.send(request(clinicId, phone), BodyHandlers.ofString()));
        } catch (IOException e) {
            LOG.warnf("appointments-service told no visits: %s", e.getClass().getSimpleName());
            return Answer.UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNAVAILABLE;
        }
    }

    private HttpRequest request(String clinicId, PhoneNumber phone) throws IOException {
        var path = "/clinics/" + clinicId + "/visits/look-up";
        var question = json.writeValueAsString(Map.of("phone", phone.e164()));
        var request =
                HttpRequest.newBuilder(config.visitsUrl().resolve(path))
                        .timeout(ANSWERING)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(question));
        token.bearer().ifPresent(bearer -> request.header("Authorization", bearer));
        return request.build();
    }

    private Answer read(HttpResponse<String> response) throws JsonProcessingException {
        var hasVisit = json.readTree(response.body()).path("hasVisit");
        if (response.statusCode() == 200 && hasVisit.isBoolean()) {
            return hasVisit.booleanValue() ? Answer.HAS_ONE : Answer.HAS_NONE;
        }
        LOG.warnf("appointments-service told no visits: status %d", response.statusCode());
        return Answer.UNAVAILABLE;
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
