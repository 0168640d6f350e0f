package com.clinni.whatsapp.line;

import static com.clinni.events.DeliveryState.ACCEPTED;
import static com.clinni.events.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.whatsapp.Engine;
import com.clinni.testbed.simulator.whatsapp.Installation;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import com.clinni.whatsapp.gateway.SessionState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session may work whose engine cannot do what sending needs. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class EngineTest {

    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    @Inject LineMonitor monitor;
    @Inject Lines lines;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        scene.begin();
    }

    @AfterEach
    void install_the_usual() {
        install(Installation.USUAL);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOWEB_WITHOUT_STORE", "WEBJS", "WPP"})
    void an_engine_that_cannot_is_named_as_the_cause_and_nothing_is_sent_over_it(Engine engine)
            throws Exception {
        install(Installation.of(engine));
        monitor.lookAtLines();
        var message = TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default"));
        scene.arrives(message);
        scene.round();

        isDown("ENGINE_UNSUITABLE");
        assertThat(scene.one("SELECT cause FROM outage")).isEqualTo("ENGINE_UNSUITABLE");
        assertThat(scene.stateOf(message)).isEqualTo(WAITING);

        monitor.sessionChanged(line(), SessionState.READY);
        monitor.lookAtLines();
        isDown("ENGINE_UNSUITABLE");

        install(Installation.of(Engine.GOWS));
        monitor.lookAtLines();
        isAble();
        scene.round();
        assertThat(scene.stateOf(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void an_old_version_is_unsuitable_too() throws Exception {
        install(new Installation(Engine.GOWS, "2026.4.2"));
        monitor.lookAtLines();
        isDown("ENGINE_UNSUITABLE");
    }

    @Test
    void an_engine_that_is_changed_under_a_working_line_is_looked_at_when_its_session_changes()
            throws Exception {
        monitor.lookAtLines();
        phones.ofDefault().install(Installation.of(Engine.WEBJS));
        monitor.lookAtLines();
        isAble();

        monitor.sessionChanged(line(), SessionState.READY);
        monitor.lookAtLines();
        isDown("ENGINE_UNSUITABLE");
    }

    @Test
    void an_engine_that_fails_us_before_it_was_looked_at_says_so_when_messages_are_prepared()
            throws Exception {
        monitor.lookAtLines();
        phones.ofDefault().install(Installation.of(Engine.WPP));
        scene.arrives(TestMessage.dueAt(clock.instant()).to(scene.phoneOn("default")));
        scene.prepare();
        isDown("ENGINE_UNSUITABLE");

        clock.advance(Duration.ofMinutes(5));
        monitor.lookAtLines();
        isDown("ENGINE_UNSUITABLE");
    }

    @Test
    void a_session_that_is_lost_and_an_engine_that_cannot_are_told_apart() throws Exception {
        install(Installation.of(Engine.WEBJS));
        phones.ofDefault().mode(Mode.SESSION_LOST);
        monitor.lookAtLines();
        isDown("LINE_DOWN");

        phones.ofDefault().mode(Mode.OK);
        monitor.lookAtLines();
        isDown("ENGINE_UNSUITABLE");
    }

    private void install(Installation wanted) {
        phones.ofDefault().install(wanted);
        monitor.sessionChanged(line(), SessionState.STARTING);
        scene.update(
                "UPDATE line SET health = 'ABLE', health_by = NULL, health_cause = NULL,"
                        + " outage_since = NULL");
        DatabaseAdmin.execute("TRUNCATE outage");
    }

    private Line line() {
        return lines.named("default").orElseThrow();
    }

    private static void isDown(String cause) {
        RestAssured.get("/lines")
                .then()
                .body("[0].state", equalTo("DOWN"))
                .body("[0].cause", equalTo(cause));
    }

    private static void isAble() {
        RestAssured.get("/lines").then().body("[0].state", equalTo("ABLE"));
    }
}
