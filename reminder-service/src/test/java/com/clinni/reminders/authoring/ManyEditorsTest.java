package com.clinni.reminders.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several people change the same text. */
@QuarkusTest
class ManyEditorsTest extends TemplateScenario {

    @Test
    void a_stale_editor_does_not_overwrite_what_it_has_not_seen() {
        put(Map.of("whatsapp", OWN)).statusCode(201);
        put(Map.of("whatsapp", OWN + " A.")).statusCode(200);

        request()
                .header("If-Match", "\"1\"")
                .body(Map.of("whatsapp", OWN + " B."))
                .put(path("ca"))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("VERSION_CONFLICT"));
        get("ca").body("version", equalTo(2)).body("whatsapp", equalTo(OWN + " A."));
        request()
                .header("If-Match", "\"2\"")
                .body(Map.of("whatsapp", OWN + " B."))
                .put(path("ca"))
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void of_many_who_expect_the_same_version_exactly_one_saves() throws Exception {
        try (var editors = Executors.newFixedThreadPool(8)) {
            var saves =
                    IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    n -> () -> expecting("\"0\"", OWN + " " + n))
                            .toList();

            assertThat(editors.invokeAll(saves))
                    .extracting(save -> save.get())
                    .containsOnly(201, 412)
                    .containsOnlyOnce(201);
        }
    }

    @Test
    void of_many_who_expect_nothing_every_one_saves_a_version_of_its_own() throws Exception {
        try (var editors = Executors.newFixedThreadPool(8)) {
            var saves =
                    IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(n -> () -> expecting(null, OWN + " " + n))
                            .toList();

            assertThat(editors.invokeAll(saves))
                    .extracting(save -> save.get())
                    .containsOnly(200, 201)
                    .containsOnlyOnce(201);
        }
        get("ca").body("version", equalTo(8));
    }

    private int expecting(String tag, String text) {
        var request = request().body(Map.of("whatsapp", text));
        return (tag == null ? request : request.header("If-Match", tag))
                .put(path("ca"))
                .statusCode();
    }
}
