package com.clinni.testbed.agent;

import static com.clinni.testbed.agent.CrashPoint.K10;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.infrastructure.ChildJvm;
import com.clinni.testbed.run.Service;
import java.io.BufferedReader;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultAgentTest {

    @TempDir Path directory;
    private CrashPoints points;
    private Process child;

    @BeforeEach
    void start() throws Exception {
        points = new CrashPoints(directory.resolve("faults"));
        Files.createDirectories(directory.resolve("faults"));
        AgentJar.writeTo(directory.resolve("agent.jar"));
        placeVictims();
        child = start(Service.WHATSAPP);
    }

    private Process start(Service service) throws Exception {
        var command = new ArrayList<>(List.of(ChildJvm.java()));
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"));
        var faults = directory.resolve("faults");
        command.add(FaultAgent.option(directory.resolve("agent.jar"), service, faults));
        command.addAll(List.of("-cp", directory.resolve("classes").toString(), LOOP));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @AfterEach
    void end() {
        child.destroyForcibly();
    }

    @Test
    void a_process_passes_what_is_not_armed_and_halts_at_the_armed_hit() throws Exception {
        assertThat(ask()).isNotNull();
        assertThat(ask()).isNotNull();

        points.arm(K10, 3);
        assertThat(ask()).isNotNull();
        assertThat(ask()).isNotNull();
        assertThat(points.fired(K10)).isFalse();
        assertThat(ask()).isNull();

        assertThat(child.waitFor()).isEqualTo(137);
        assertThat(points.fired(K10)).isTrue();
    }

    @Test
    void a_point_that_is_armed_again_counts_anew() throws Exception {
        points.arm(K10, 3);
        ask();
        ask();
        points.arm(K10, 3);

        assertThat(ask()).isNotNull();
        assertThat(ask()).isNotNull();
        assertThat(ask()).isNull();
    }

    @Test
    void a_disarmed_point_kills_nobody() throws Exception {
        points.arm(K10, 1);
        points.disarmAll();

        assertThat(ask()).isNotNull();
        assertThat(points.fired(K10)).isFalse();
    }

    @Test
    void another_service_with_the_same_class_passes_an_armed_point() throws Exception {
        child.destroyForcibly();
        child = start(Service.FALLBACK);
        points.arm(K10, 1);

        assertThat(ask()).isNotNull();
        assertThat(points.fired(K10)).isFalse();
    }

    @Test
    void the_clock_goes_ahead_of_the_machine_s_while_the_process_runs() throws Exception {
        assertThat(Instant.parse(ask())).isBefore(Instant.now().plusSeconds(1));

        new ShiftedClock(directory.resolve("faults")).advanceTo(Duration.ofHours(4));

        assertThat(Instant.parse(ask()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(239)),
                        Instant.now().plus(Duration.ofMinutes(241)));
    }

    private static final String LOOP = "com.clinni.testbed.agent.VictimLoop";

    private BufferedReader answers;

    /** One round of the child: the time it tells, or null when it is dead. */
    private String ask() throws Exception {
        if (answers == null) {
            answers = child.inputReader();
        }
        try {
            child.outputWriter().write("go\n");
            child.outputWriter().flush();
        } catch (java.io.IOException e) {
            return null;
        }
        return answers.readLine();
    }

    /** Classes with the names of a service's: what a crash point is bound to. */
    private void placeVictims() throws Exception {
        var classes = directory.resolve("classes");
        place(classes, VictimLoop.class, VictimLoop.class.getName());
        place(classes, VictimClaims.class, "com.clinni.whatsapp.send.Claims");
        place(classes, VictimClock.class, "com.clinni.platform.time.TimeProducer");
    }

    private static void place(Path classes, Class<?> type, String name) throws Exception {
        var file = classes.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            var files = ClassFile.of();
            var model = files.parse(in.readAllBytes());
            Files.write(file, files.transformClass(model, ClassDesc.of(name), (b, e) -> b.with(e)));
        }
    }
}
