package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.client.AccessTokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People open a clinic's day in a browser; the provider comes and goes. */
class SigningInTest {

    private static SignInSystem system;
    private static String day;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws IOException {
        system = SignInSystem.start();
        day = system.day();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void as_before() throws IOException {
        system.allow("centro");
    }

    @Test
    void who_opens_a_day_signs_in_and_comes_back_to_that_day() {
        var address = day + "?date=2030-03-06&lang=en";

        var page = browser.signIn(address, SignInSystem.RECEPTION);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).isEqualTo(URI.create(address));
        assertThat(page.body()).contains("Centro Prado", "/sign-out");
        assertThat(browser.ask(address).statusCode()).isEqualTo(200);
    }

    @Test
    void the_way_to_the_provider_has_a_challenge_and_cookies_that_scripts_cannot_read() {
        var answer = browser.ask(day);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith("http://127.0.0.1:" + system.identityPort() + "/clinni/authorize")
                .contains("code_challenge_method=S256", "redirect_uri=", "nonce=");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains("; httponly"))
                .allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void a_program_gets_no_page_to_sign_in_but_a_refusal_and_by_its_token_the_day()
            throws Exception {
        assertThat(system.clinni().day("prado").status()).isEqualTo(200);
        assertThat(system.statusOf()).isEqualTo(401);
    }

    @Test
    void the_buttons_of_the_day_work_after_signing_in() {
        var start =
                OffsetDateTime.now(system.clock().clock())
                        .plusHours(48)
                        .truncatedTo(ChronoUnit.MINUTES);
        var visit = system.book(start);
        browser.signIn(day, SignInSystem.RECEPTION);
        var date = start.atZoneSameInstant(ZoneId.of("Europe/Madrid")).toLocalDate().toString();

        var pressed =
                browser.press(URI.create(day), Map.of("sent", visit, "lang", "es", "date", date));

        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(pressed.body()).contains("Enviado a mano");
    }

    @Test
    void another_clinic_s_day_is_not_there() {
        browser.signIn(day, SignInSystem.RECEPTION);

        var other = browser.open(day.replace("prado", "ribera"));

        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).contains("<html").doesNotContain("Centro Ribera");
    }

    @Test
    void a_button_without_a_session_says_that_nothing_was_saved_and_leads_to_signing_in() {
        var pressed = browser.press(URI.create(day), Map.of("sent", "visit", "lang", "es"));

        assertThat(pressed.statusCode()).isEqualTo(401);
        assertThat(pressed.body()).contains("no se ha guardado", "<a href=\"\">");
    }

    @Test
    void a_session_that_nobody_used_for_half_an_hour_has_ended_though_its_tokens_are_valid()
            throws Exception {
        browser.signIn(day, SignInSystem.RECEPTION);
        var copied = browser.copied();
        system.clock().advanceBy(Duration.ofMinutes(29));
        assertThat(browser.ask(day).statusCode()).isEqualTo(200);
        system.clock().advanceBy(Duration.ofMinutes(2));

        assertThat(browser.ask(day).statusCode()).isEqualTo(200);
        assertThat(copied.ask(day).statusCode()).isEqualTo(302);
        assertThat(copied.signIn(day, SignInSystem.RECEPTION).statusCode()).isEqualTo(200);
        copied.close();
    }

    @Test
    void a_session_ends_where_it_is_signed_out_of() {
        browser.signIn(day, SignInSystem.RECEPTION);

        var gone = browser.open(system.signOut());

        assertThat(gone.body()).contains("Ha salido");
        assertThat(browser.ask(day).statusCode()).isEqualTo(302);
    }

    @Test
    void who_signs_out_is_signed_out_in_every_browser_and_of_every_copy_and_it_is_on_record()
            throws Exception {
        var since = system.clock().clock().instant();
        try (var elsewhere = new Browser()) {
            elsewhere.signIn(day, SignInSystem.RECEPTION);
            browser.signIn(day, SignInSystem.RECEPTION);
            try (var copied = browser.copied()) {
                assertThat(copied.ask(day).statusCode()).isEqualTo(200);

                browser.open(system.signOut());

                assertThat(copied.ask(day).statusCode()).isEqualTo(302);
                assertThat(elsewhere.ask(day).statusCode()).isEqualTo(302);
            }
            assertThat(elsewhere.signIn(day, SignInSystem.RECEPTION).statusCode()).isEqualTo(200);
        }
        assertThat(system.audit("action=SIGNED_OUT&from=" + since).path("items"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.path("subject").asText())
                                    .isEqualTo(SignInSystem.RECEPTION);
                            assertThat(row.path("role").asText()).isEqualTo("CENTRO");
                        });
    }

    @Test
    void who_signs_out_of_a_session_that_has_ended_need_not_sign_in_first() throws Exception {
        browser.signIn(day, SignInSystem.RECEPTION);
        system.clock().advanceBy(Duration.ofMinutes(31));

        assertThat(browser.open(system.signOut()).body()).contains("Ha salido");
    }

    @Test
    void a_provider_that_is_down_while_a_session_is_renewed_ends_nothing() {
        browser.signIn(day, SignInSystem.RECEPTION);
        system.identity().pause();
        try {
            await().atMost(Duration.ofSeconds(3 * SignInSystem.TOKEN_SECONDS))
                    .until(() -> browser.ask(day).statusCode(), status -> status != 200);
            var page = browser.ask(day);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Ahora mismo no se puede entrar", "Probar otra vez");
            var button = browser.press(URI.create(day), Map.of("sent", "visit", "lang", "es"));
            assertThat(button.statusCode()).isEqualTo(503);
        } finally {
            system.identity().resume();
        }

        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.ask(day).statusCode(), status -> status == 200);
    }

    @Test
    void a_provider_that_goes_down_while_somebody_signs_in_is_said_on_a_page() throws Exception {
        var back = browser.chosen(day, SignInSystem.RECEPTION);
        system.identity().pause();
        try {
            var page = browser.ask(back);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Ahora mismo no se puede entrar", "Probar otra vez");
        } finally {
            system.identity().resume();
        }
        assertThat(browser.open(back).body()).contains("Recepción");
    }

    @Test
    void whoever_the_provider_sends_back_without_a_code_is_told_that_it_did_not_work() {
        var back = browser.chosen(day, SignInSystem.RECEPTION);

        var page = browser.open(back.replaceAll("code=[^&]*", "error=access_denied"));

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("No se ha podido entrar");
    }

    @Test
    void a_role_that_is_taken_away_during_a_session_is_gone_when_its_token_is_renewed()
            throws Exception {
        browser.signIn(day, SignInSystem.RECEPTION);
        system.allow("");

        var refused =
                await().atMost(Duration.ofSeconds(3 * SignInSystem.TOKEN_SECONDS))
                        .until(() -> browser.ask(day), page -> page.statusCode() == 403);

        assertThat(refused.body()).contains("no tiene permiso");
        assertThat(browser.ask(day).statusCode()).isEqualTo(302);
    }

    @Test
    void without_the_provider_known_keys_go_on_and_people_see_a_page_that_says_so()
            throws Exception {
        var token = new AccessTokens(system.identityPort(), "responsable", null).current();
        var known = new String[] {"Authorization", "Bearer " + token};
        system.identity().kill();
        try {
            assertThat(system.statusOf(known)).isEqualTo(200);
            var page = browser.ask(day);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Ahora mismo no se puede entrar", "Probar otra vez");
        } finally {
            system.identity().start();
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.ask(day).statusCode(), status -> status == 302);
        assertThat(system.statusOf(known)).as("its key is kept").isEqualTo(200);
        assertThat(browser.signIn(day, SignInSystem.RECEPTION).statusCode()).isEqualTo(200);
    }
}
