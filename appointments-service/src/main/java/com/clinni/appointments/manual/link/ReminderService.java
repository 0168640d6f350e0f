package com.clinni.appointments.manual.link;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.clinic.Clinic;
import com.clinni.events.Channel;
import com.clinni.events.Patient;
import com.clinni.platform.access.ServiceToken;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Asks reminder-service, and no more people at once than it takes to keep a clinic's desk going.
 */
@ApplicationScoped
class ReminderService implements ReminderTexts {

    private static final Logger LOG = Logger.getLogger(ReminderService.class);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(3);
    private static final int AT_ONCE = 8;
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final TextServiceConfig config;
    private final ServiceToken token;
    private final ObjectMapper json;

    ReminderService(TextServiceConfig config, ServiceToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
    }

    /** What reminder-service wants to know. */
    private record Question(Instant startsAt, com.clinni.events.Clinic clinic, Patient patient) {}

    @Override
    public Answer of(Instant startsAt, Clinic clinic, Patient patient) {
        if (!places.tryAcquire()) {
            return new Away();
        }
        try {
            return read(http.send(request(startsAt, clinic, patient), BodyHandlers.ofString()));
        } catch (IOException e) {
            LOG.warnf("reminder-service gave no text: %s", e.getClass().getSimpleName());
            return new Away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Away();
        } finally {
            places.release();
        }
    }

    private HttpRequest request(Instant startsAt, Clinic clinic, Patient patient)
            throws IOException {
        var question = new Question(startsAt, snapshot(clinic), patient);
        var request =
                HttpRequest.newBuilder(config.textsUrl().resolve("/texts-by-hand"))
                        .timeout(ANSWERING)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(question)));
        token.bearer().ifPresent(bearer -> request.header("Authorization", bearer));
        return request.build();
    }

    private Answer read(HttpResponse<String> response) throws JsonProcessingException {
        var status = response.statusCode();
        var body = json.readTree(response.body());
        if (status == OK && body.path("text").isTextual()) {
            return new Text(body.path("text").asText());
        }
        if (status == UNPROCESSABLE && body.path("code").isTextual()) {
            return new Refused(fault(body));
        }
        LOG.warnf("reminder-service gave no text: status %d", status);
        return new Away();
    }

    private static FieldFault fault(JsonNode problem) {
        return new FieldFault(problem.path("code").asText(), problem.path("field").asText(null));
    }

    /** The channel is of no matter to the text, but a snapshot has one. */
    private static com.clinni.events.Clinic snapshot(Clinic clinic) {
        return new com.clinni.events.Clinic(
                clinic.clinicId(),
                clinic.name(),
                clinic.phone(),
                clinic.address(),
                clinic.zone(),
                clinic.language(),
                Channel.WHATSAPP,
                clinic.fallback(),
                clinic.fallbackAfter(),
                clinic.quietHours());
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
