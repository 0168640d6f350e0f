package com.clinni.fallback.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.testbed.simulator.mail.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PreferencesTest extends ServiceTest {

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void one_click_ends_the_clinics_emails_to_that_patient_and_no_others() {
        oneClick(mailed());

        var again = died(TestMessage.message().clinic(clinic).build(), Cause.NOT_ON_WHATSAPP);
        var elsewhere = died(TestMessage.message().build(), Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();

        becomes(elsewhere, DeliveryState.ACCEPTED);
        assertThat(stateOf(again)).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void the_header_is_as_mail_programs_want_it() {
        var headers = mailed().headers();

        assertThat(headers.get("List-Unsubscribe")).matches("<http\\S+/preferences/\\S+>");
        assertThat(headers.get("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void a_clinic_that_pays_for_sms_reaches_the_patient_by_sms_then() {
        oneClick(mailed());
        CreditClient.topUp(clinic, 1);
        var message =
                TestMessage.message()
                        .clinic(clinic)
                        .channel(com.clinni.events.Channel.EMAIL)
                        .fallback(Fallback.SMS)
                        .build();
        var id = ready(message);

        loop.sendEmails();
        loop.sendSms();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(row(id)).containsEntry("channel", "SMS");
    }

    @Test
    void looking_changes_nothing_and_a_second_thought_is_possible() {
        var path = path(mailed());
        given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .contentType("text/html; charset=UTF-8")
                .body(containsString("Dejar de recibirlos"));

        given().contentType("application/x-www-form-urlencoded")
                .body("choice=OFF")
                .post(path)
                .then()
                .statusCode(200)
                .body(containsString("Volver a recibirlos"));
        given().get(path).then().body(not(containsString("Dejar de recibirlos")));

        given().contentType("application/x-www-form-urlencoded")
                .body("choice=ON")
                .post(path)
                .then()
                .statusCode(200);
        var id = died(TestMessage.message().clinic(clinic).build(), Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);

        given().get("/audit")
                .then()
                .body("items[0].action", equalTo("EMAIL_OPTED_IN"))
                .body("items[1].action", equalTo("EMAIL_OPTED_OUT"))
                .body("items[1].clinicId", equalTo(clinic));
    }

    @Test
    void a_made_up_link_leads_nowhere() {
        given().get("/preferences/YQ.YQ.ZXM.AAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404);
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post("/preferences/YQ.YQ.ZXM.AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404);
        assertThat(query("SELECT * FROM channel_opt_out")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | Para no recibir más correos de Sol & <Luna>: | Dejar de recibirlos",
                "en | To receive no more e-mails from Sol & <Luna>: | Stop receiving them",
            })
    void the_link_can_be_seen_at_the_end_of_the_email(String language, String words, String link) {
        var mail = mailed(message().language(language).clinicName("Sol & <Luna>"));
        var url = mail.headers().get("List-Unsubscribe").replaceAll("[<>]", "");

        assertThat(mail.text()).startsWith("Le recordamos su cita.").contains(words + " " + url);
        assertThat(mail.html())
                .contains("Sol &amp; &lt;Luna&gt;: <a href=\"" + url + "\"")
                .contains(">" + link + "</a>");
    }

    @Test
    void the_page_says_which_clinic_and_looks_like_the_email() throws IOException {
        var answer = given().get(path(mailed(message().clinicName("Sol & <Luna>"))));
        var page = answer.asString();
        var style = between(page, "<style>", "</style>");

        assertThat(page).contains("<h1>Sol &amp; &lt;Luna&gt;</h1>").doesNotContain("<Luna>");
        assertThat(style).contains(styleOfEmails().lines().toList());
        assertThat(answer.header("Content-Security-Policy"))
                .contains("style-src 'sha256-" + sha256(style) + "'");
    }

    /** reminder-service writes the e-mails. */
    private static String styleOfEmails() throws IOException {
        var page = Path.of("../reminder-service/src/main/resources/templates/email-page.html");
        return between(Files.readString(page), "<style>", "</style>");
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from) + from.length(), text.indexOf(to));
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestMessage message() {
        return TestMessage.message().clinic(clinic);
    }

    @Test
    void a_person_with_a_bad_link_is_told_on_a_page_in_their_language() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "eu-ES,eu;q=0.9,en;q=0.5")
                .get("/preferences/YQ.YQ.ZXM.AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=utf-8")
                .body(containsString("Hemen ez dago ezer"));
    }

    private ReceivedMail mailed() {
        return mailed(message());
    }

    private ReceivedMail mailed(TestMessage wanted) {
        var message = wanted.build();
        var id = died(message, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);
        return SimulatedProviders.mailsTo(message.recipient().email().address()).getFirst();
    }

    /** As a mail program does it: no cookie, no look before. */
    private static void oneClick(ReceivedMail mail) {
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path(mail))
                .then()
                .statusCode(200);
    }

    private static String path(ReceivedMail mail) {
        var header = mail.headers().get("List-Unsubscribe");
        return URI.create(header.substring(1, header.length() - 1)).getPath();
    }
}
