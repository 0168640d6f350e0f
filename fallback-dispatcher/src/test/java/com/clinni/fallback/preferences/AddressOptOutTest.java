package com.clinni.fallback.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.events.digest.KeyedDigest;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddressOptOutTest extends ServiceTest {

    @Inject FormerOptOuts formerOptOuts;
    @Inject KeyedDigest digest;

    private final String clinic = "clinica-" + UUID.randomUUID();
    private final String ana = "ana." + UUID.randomUUID() + "@example.test";

    @Test
    void an_address_that_said_no_is_not_written_to_under_any_id_or_case() {
        choose(linkOf(mailed(toAna("p-1"))), "List-Unsubscribe=One-Click");

        assertThat(become(toAna("p-2"))).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(become(toAna("p-3").email(ana.replace("ana.", "Ana."))))
                .isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void it_said_no_to_this_clinic_only_and_others_of_the_clinic_said_nothing() {
        choose(linkOf(mailed(toAna("p-1"))), "List-Unsubscribe=One-Click");

        mailed(TestMessage.message().email(ana));
        mailed(TestMessage.message().clinic(clinic).patient("p-2"));
    }

    @Test
    void a_new_address_does_not_undo_what_its_patient_said() {
        choose(linkOf(mailed(toAna("p-1"))), "List-Unsubscribe=One-Click");

        assertThat(become(toAna("p-1").email("new." + ana))).isEqualTo(DeliveryState.SUPPRESSED);
    }

    @Test
    void a_second_thought_by_the_link_of_any_of_its_emails_holds_for_the_address() {
        var first = linkOf(mailed(toAna("p-1")));
        var second = linkOf(mailed(toAna("p-2")));
        choose(second, "choice=OFF");
        given().get(first).then().body(containsString("Volver a recibirlos"));

        choose(second, "choice=ON");

        given().get(first).then().body(containsString("Dejar de recibirlos"));
        mailed(toAna("p-1"));
        mailed(toAna("p-2"));
    }

    @Test
    void no_address_is_kept_but_by_its_digest() {
        choose(linkOf(mailed(toAna("p-1"))), "choice=OFF");

        assertThat(query("SELECT * FROM email_opt_out"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row).containsEntry("clinic_id", clinic);
                            assertThat(row).containsEntry("address", digest.of("email", ana));
                        });
    }

    @Test
    void a_no_from_before_addresses_were_kept_outlives_a_change_of_the_patients_id() {
        mailed(toAna("6525e2b2-e4f6-5501-acd2-91a005b82ed9"));
        mailed(toAna("p-2").email("eva." + ana));
        query(
                "INSERT INTO channel_opt_out (clinic_id, patient_id, channel, at)"
                        + " VALUES (?, '6525e2b2-e4f6-5501-acd2-91a005b82ed9', 'EMAIL', now())"
                        + " RETURNING 1",
                clinic);

        formerOptOuts.findAddresses(new StartupEvent());
        formerOptOuts.findAddresses(new StartupEvent());

        assertThat(become(toAna("dd397afb-ea44-833f-9be1-18b1c36d39ec")))
                .isEqualTo(DeliveryState.SUPPRESSED);
        mailed(toAna("p-3").email("eva." + ana));
    }

    private TestMessage toAna(String patientId) {
        return TestMessage.message().clinic(clinic).patient(patientId).email(ana);
    }

    private DeliveryState become(TestMessage message) {
        var id = died(message.build(), Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        return stateOf(id);
    }

    private MessageReady mailed(TestMessage message) {
        var built = message.build();
        var id = died(built, Cause.NOT_ON_WHATSAPP);
        loop.sendEmails();
        becomes(id, DeliveryState.ACCEPTED);
        return built;
    }

    private static String linkOf(MessageReady message) {
        var address = message.recipient().email().address();
        var header =
                SimulatedProviders.mailsTo(address).getLast().headers().get("List-Unsubscribe");
        return URI.create(header.substring(1, header.length() - 1)).getPath();
    }

    private static void choose(String path, String body) {
        given().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }
}
