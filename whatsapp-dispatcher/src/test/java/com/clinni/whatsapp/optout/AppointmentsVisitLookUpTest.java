package com.clinni.whatsapp.optout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.optout.VisitLookUp.Answer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointmentsVisitLookUpTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+34600000123");

    private HttpServer server;
    private int status = 200;
    private String answer = "{\"hasVisit\":true}";
    private String asked = "";
    private String token = "";

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/clinics/sol/visits/look-up",
                exchange -> {
                    token = exchange.getRequestHeaders().getFirst("Authorization");
                    asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    var body = answer.getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void the_answer_is_taken_and_the_number_stands_in_the_body() {
        assertThat(lookUp()).isEqualTo(Answer.HAS_ONE);
        assertThat(asked).isEqualTo("{\"phone\":\"+34600000123\"}");
        assertThat(token).isEqualTo("Bearer of-this-service");
        answer = "{\"hasVisit\":false}";
        assertThat(lookUp()).isEqualTo(Answer.HAS_NONE);
    }

    @Test
    void what_is_no_answer_says_nothing() {
        answer = "{}";
        assertThat(lookUp()).isEqualTo(Answer.UNAVAILABLE);
        answer = "<html>";
        assertThat(lookUp()).isEqualTo(Answer.UNAVAILABLE);
        answer = "{\"hasVisit\":true}";
        status = 503;
        assertThat(lookUp()).isEqualTo(Answer.UNAVAILABLE);
    }

    @Test
    void a_service_that_is_away_says_nothing() {
        server.stop(0);

        assertThat(lookUp()).isEqualTo(Answer.UNAVAILABLE);
    }

    private Answer lookUp() {
        var lookUp =
                new AppointmentsVisitLookUp(
                        config(), () -> Optional.of("Bearer of-this-service"), new ObjectMapper());
        try {
            return lookUp.of("sol", PHONE);
        } finally {
            lookUp.close();
        }
    }

    private OptOutConfig config() {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        return new OptOutConfig() {
            @Override
            public Duration clockTolerance() {
                return Duration.ofMinutes(1);
            }

            @Override
            public URI visitsUrl() {
                return url;
            }
        };
    }
}
