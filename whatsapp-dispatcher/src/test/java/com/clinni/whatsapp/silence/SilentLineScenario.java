package com.clinni.whatsapp.silence;

import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.SimulatedGateways.Phones;
import com.clinni.whatsapp.TestMessage;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Two lines whose gateways may say yes and deliver nothing; the first has a canary. */
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
abstract class SilentLineScenario {

    @Inject SilentLines silentLines;
    @Inject ServiceDriver scene;
    @Inject MutableClock clock;
    Phones phones;

    @BeforeEach
    void begin() {
        phones.ofDefault().mode(Mode.OK);
        phones.ofSecond().mode(Mode.OK);
        scene.begin();
    }

    TestMessage dueOn(String line) {
        return TestMessage.dueAt(clock.instant()).to(scene.phoneOn(line));
    }

    void arrive(int many, String line) {
        for (var i = 0; i < many; i++) {
            scene.arrives(dueOn(line));
        }
    }

    int count(String state) {
        return Integer.parseInt(
                scene.one("SELECT count(*) FROM message WHERE state = '" + state + "'"));
    }

    String stateOf(String line) {
        return scene.one("SELECT state FROM line WHERE name = ?", line);
    }
}
