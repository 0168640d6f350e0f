package com.clinni.whatsapp.inbound;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.DELIVERED;
import static com.clinni.whatsapp.inbound.WahaWebhooks.ID;
import static com.clinni.whatsapp.inbound.WahaWebhooks.KEY;
import static com.clinni.whatsapp.inbound.WahaWebhooks.ack;
import static com.clinni.whatsapp.inbound.WahaWebhooks.sign;
import static com.clinni.whatsapp.inbound.WahaWebhooks.tell;
import static com.clinni.whatsapp.inbound.WahaWebhooks.written;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.simulator.whatsapp.ReceivedWhatsApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A mailing of somebody else's tells everybody to answer us: thousands write at the same moment.
 */
@QuarkusTest
class ManyWriteAtOnceTest extends ReplyScenario {

    private static final Logger LOG = Logger.getLogger(ManyWriteAtOnceTest.class);
    private static final int WRITTEN = 2_000;
    private static final int CHATS = 100;

    @Test
    void none_is_lost_none_is_answered_twice_and_reminders_and_receipts_go_on() throws Exception {
        var reminded = due(scene.phoneOn("default"));
        sent(reminded);
        var writers = Stream.generate(() -> scene.phoneOn("default")).limit(CHATS).toList();
        var hooks = IntStream.range(0, WRITTEN).mapToObj(i -> hook(writers, i)).toList();
        var before = System.nanoTime();
        try (var gateway = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answers = hooks.stream().map(hook -> posted(gateway, hook)).toList();

            var due = due(scene.phoneOn("default"));
            sent(due);
            assertThat(tell(delivered(reminded.id()))).isEqualTo(200);
            assertThat(scene.stateOf(due)).isEqualTo(ACCEPTED);
            assertThat(scene.stateOf(reminded)).isEqualTo(DELIVERED);

            assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        }
        LOG.infof("%.0f webhooks a second", WRITTEN * 1e9 / (System.nanoTime() - before));

        assertThat(scene.one("SELECT count(*) FROM inbound")).isEqualTo(String.valueOf(WRITTEN));
        answer();
        assertThat(scene.one("SELECT count(*) FROM inbound WHERE effect IS NULL")).isEqualTo("0");
        assertThat(scene.one("SELECT count(*) || ' to ' || count(DISTINCT phone) FROM reply"))
                .isEqualTo(CHATS + " to " + CHATS);
        assertThat(
                        phones.ofDefault().received().stream()
                                .filter(received -> writers.contains(received.to()))
                                .collect(groupingBy(ReceivedWhatsApp::to, counting()))
                                .values())
                .isNotEmpty()
                .containsOnly(1L);
    }

    private HttpRequest hook(List<String> writers, int i) {
        var body = written(clock.millis(), chat(writers.get(i % CHATS)), "¿Qué es esto? " + i);
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:" + RestAssured.port + "/webhooks/waha/default"))
                .header("Content-Type", "application/json")
                .header("X-Webhook-Hmac", sign(KEY, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static CompletableFuture<Integer> posted(HttpClient gateway, HttpRequest hook) {
        return gateway.sendAsync(hook, BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private String delivered(UUID reminder) {
        return ack(clock.millis(), 2)
                .replace(
                        ID,
                        scene.one(
                                "SELECT client_message_id FROM message WHERE reminder_id = ?",
                                reminder));
    }
}
