package com.clinni.whatsapp.prepare;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.line.LineMonitor;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway answers, but cannot say whether a number exists: nothing can be made ready. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class PreparingTroubleTest {

    @Inject LineMonitor monitor;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    private TestMessage due() {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
    }

    @Test
    void preparing_that_keeps_failing_makes_the_line_down_and_preparing_that_works_ends_it()
            throws Exception {
        var message = due();
        scene.arrives(message);
        phones.ofDefault().mode(Mode.DOWN);
        scene.prepare();
        clock.advance(Duration.ofSeconds(5));
        scene.prepare();
        assertThat(stateOfLine()).isEqualTo("DOWN");

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(5));
        scene.prepare();
        assertThat(stateOfLine()).isEqualTo("ABLE");
        scene.dispatch();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void a_prepared_message_does_not_keep_a_line_down_whose_preparing_works_again()
            throws Exception {
        var prepared = preparedBeforePreparingFails();

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(60));
        monitor.lookAtLines();
        scene.round();
        scene.round();

        assertThat(stateOfLine()).isEqualTo("ABLE");
        assertThat(scene.stateOf(prepared)).isEqualTo(ACCEPTED);
    }

    /**
     * One that could leave, on a line that is down because another's number cannot be looked up.
     */
    private TestMessage preparedBeforePreparingFails() throws Exception {
        var prepared = due();
        scene.arrives(prepared);
        scene.prepare();
        phones.ofDefault().mode(Mode.ERROR_503);
        scene.arrives(due());
        scene.prepare();
        clock.advance(Duration.ofSeconds(5));
        scene.prepare();
        assertThat(scene.one("SELECT health || ' ' || health_by FROM line WHERE name = 'default'"))
                .isEqualTo("DOWN PREPARE");
        return prepared;
    }

    @Test
    void a_line_that_has_nothing_left_to_prepare_is_able_when_its_session_is() throws Exception {
        var prepared = preparedBeforePreparingFails();
        scene.update("UPDATE message SET withdrawn = true WHERE client_message_id IS NULL");

        phones.ofDefault().mode(Mode.OK);
        clock.advance(Duration.ofSeconds(60));
        monitor.lookAtLines();
        scene.round();

        assertThat(stateOfLine()).isEqualTo("ABLE");
        assertThat(scene.stateOf(prepared)).isEqualTo(ACCEPTED);
    }

    private String stateOfLine() {
        return scene.one("SELECT state FROM line WHERE name = 'default'");
    }
}
