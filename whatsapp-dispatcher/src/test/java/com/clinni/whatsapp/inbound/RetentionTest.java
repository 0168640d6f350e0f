package com.clinni.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.retention.RetentionLoop;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest extends ReplyScenario {

    private final DataSource database = DatabaseAdmin.dataSource();
    private static final String EMAIL = "ana@example.test";

    @Inject RetentionLoop retention;

    private TestMessage delivered(String phone) throws Exception {
        var reminder = due(phone).ofClinic("sol", "Clínica Sol", "910 000 001").of("visit-7", 1);
        sent(reminder);
        scene.round();
        scene.update("UPDATE message SET state = 'DELIVERED'");
        DatabaseAdmin.execute("TRUNCATE outbox");
        return reminder;
    }

    private void after(Duration age) {
        clock.set(ServiceDriver.NOON.plus(age));
        retention.deleteAll();
    }

    @Test
    void a_records_bytes_go_a_day_after_the_final_state_and_with_them_what_only_email_needs()
            throws Exception {
        delivered(scene.phoneOn("default"));

        after(Duration.ofHours(24));
        assertThat(CanarySearch.find(database, EMAIL))
                .containsExactly("message.record_value: " + EMAIL);

        after(Duration.ofHours(24).plusSeconds(1));
        assertThat(CanarySearch.find(database, EMAIL)).isEmpty();
    }

    @Test
    void a_message_that_may_still_fall_back_keeps_its_record_until_it_is_worthless()
            throws Exception {
        sent(due(scene.phoneOn("default")).sendBefore(ServiceDriver.NOON.plus(Duration.ofDays(3))));
        DatabaseAdmin.execute("TRUNCATE outbox");

        after(Duration.ofDays(4));
        assertThat(CanarySearch.find(database, EMAIL)).hasSize(1);

        after(Duration.ofDays(4).plusSeconds(1));
        assertThat(CanarySearch.find(database, EMAIL)).isEmpty();
    }

    @Test
    void who_answers_a_message_whose_record_has_gone_still_hears_of_its_clinic() throws Exception {
        var phone = scene.phoneOn("default");
        delivered(phone);
        after(Duration.ofDays(2));

        writes(phone, "Hola, no podré ir");

        assertThat(answersTo(phone))
                .singleElement()
                .asString()
                .contains("Clínica Sol", "910 000 001");
        assertThat(scene.outbox())
                .filteredOn(sent -> sent.publication().topic().startsWith("whatsapp.task-raised"))
                .hasSize(1);
    }

    @Test
    void number_and_text_go_after_30_days_from_every_table() throws Exception {
        var phone = scene.phoneOn("default");
        delivered(phone);
        writes(phone, "Gracias canario");
        var words = CanarySearch.spellings(phone, TestMessage.TEXT, EMAIL, "Gracias canario");

        after(Duration.ofDays(30));
        assertThat(CanarySearch.find(database, words)).isNotEmpty();

        after(Duration.ofDays(31));
        DatabaseAdmin.execute("TRUNCATE outbox");
        assertThat(CanarySearch.find(database, words)).isEmpty();
        assertThat(scene.one("SELECT state FROM message")).isEqualTo("DELIVERED");
    }

    @Test
    void messages_go_after_13_months() throws Exception {
        delivered(scene.phoneOn("default"));

        after(Duration.ofDays(400));

        assertThat(scene.one("SELECT count(*) FROM message")).isEqualTo("0");
    }

    @Test
    void what_waits_is_left_alone_however_old() {
        scene.arrives(due(scene.phoneOn("default")));

        after(Duration.ofDays(400));

        assertThat(scene.one("SELECT count(record_value) FROM message")).isEqualTo("1");
    }

    @Test
    void webhooks_inbound_and_canaries_go_by_age() throws Exception {
        writes(scene.phoneOn("default"), "Hola");

        after(Duration.ofDays(7).plusSeconds(1));

        assertThat(scene.one("SELECT count(*) FROM inbound")).isEqualTo("0");
    }
}
