package com.clinni.fallback.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.MessageReady;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.TestMessage;
import com.clinni.platform.retention.RetentionLoop;
import com.clinni.testbed.client.CanarySearch;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest extends ServiceTest {

    @Inject RetentionLoop retention;

    private final DataSource data = DatabaseAdmin.dataSource();
    private final MessageReady message = TestMessage.message().build();

    @Test
    void a_record_goes_30_days_after_the_final_state_and_its_row_after_13_months() {
        var id = sent();
        var words = words();

        after(Duration.ofDays(30).plusHours(23));
        assertThat(CanarySearch.find(data, words)).isNotEmpty();
        after(Duration.ofDays(31));
        assertThat(CanarySearch.find(data, words)).isEmpty();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);

        after(Duration.ofDays(400));
        assertThat(query("SELECT id FROM message")).isEmpty();
    }

    @Test
    void what_needs_attention_stays_in_sight_but_its_record_goes() {
        var id = died(message, Cause.LINE_DOWN);
        execute("UPDATE message SET state = 'NEEDS_ATTENTION'");
        DatabaseAdmin.execute("TRUNCATE outbox");

        after(Duration.ofDays(400));

        assertThat(CanarySearch.find(data, words())).isEmpty();
        assertThat(stateOf(id)).isEqualTo(DeliveryState.NEEDS_ATTENTION);
        assertThat(row(id).get("record_gone")).isEqualTo("AGE");
    }

    @Test
    void what_waits_is_left_alone_however_old() {
        died(message, Cause.LINE_DOWN);

        after(Duration.ofDays(400));

        assertThat(query("SELECT id FROM message WHERE record_value IS NOT NULL")).hasSize(1);
    }

    private UUID sent() {
        var id = died(message, Cause.LINE_DOWN);
        execute("UPDATE message SET state = 'ACCEPTED', channel = 'EMAIL'");
        DatabaseAdmin.execute("TRUNCATE outbox");
        return id;
    }

    private void after(Duration age) {
        clock.set(MutableClock.START.plus(age));
        retention.deleteAll();
    }

    private String[] words() {
        return CanarySearch.spellings(
                message.recipient().phone().e164(), message.recipient().email().address());
    }
}
