package com.clinni.testbed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest implements LocalProcess.Watcher {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir Path directory;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private LocalProcess process;

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void what_it_says_is_in_its_log() {
        start("echo hello; exec sleep 60");
        await().until(() -> Files.readString(process.log()).equals("hello\n"));
    }

    @Test
    void one_that_dies_by_itself_is_started_again_and_a_line_says_so() {
        start("exec sleep 60");
        process.watch();
        var first = process.handle().pid();

        process.crash();

        await().until(() -> process.isAlive() && process.handle().pid() != first);
        assertThat(said).singleElement().asString().contains("ended by itself");
    }

    @Test
    void it_is_started_again_even_if_nobody_can_be_told() {
        start("exec sleep 60", new DeafWatcher());
        process.watch();
        var first = process.handle().pid();

        process.crash();

        // what its watcher throws shows in the thread's own trace
        await().dontCatchUncaughtExceptions()
                .until(() -> process.isAlive() && process.handle().pid() != first);
    }

    @Test
    void one_that_was_killed_on_purpose_stays_dead_until_it_is_started() {
        start("exec sleep 60");
        process.watch();

        process.kill();
        assertThat(process.isAlive()).isFalse();
        process.start();

        assertThat(process.isAlive()).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void one_that_does_not_want_to_stop_is_killed() {
        start("trap '' TERM; while :; do sleep 1; done");
        process.stop(Duration.ofMillis(200));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void one_that_is_paused_does_nothing_until_it_goes_on() {
        start("trap 'echo ended; exit' TERM; while :; do sleep 0.05; done");
        process.pause();
        process.askToStop();
        assertThat(process.await(Duration.ofMillis(300))).isFalse();
        process.resume();
        assertThat(process.await(PATIENCE)).isTrue();
    }

    @Test
    void what_an_earlier_run_left_behind_is_found_and_ended() {
        start("exec sleep 60");
        var file = new RunFile(directory.resolve("run.json"));
        file.write(List.of(process));

        assertThat(file.stopLeftovers()).containsExactly("test");
        assertThat(process.await(PATIENCE)).isTrue();
        assertThat(file.stopLeftovers()).isEmpty();
    }

    @Test
    void a_stranger_who_got_the_same_number_is_left_alone() throws Exception {
        start("exec sleep 60");
        Files.writeString(
                directory.resolve("run.json"),
                "[{\"name\":\"test\",\"pid\":%d,\"startedAtMillis\":1000}]"
                        .formatted(process.handle().pid()));

        assertThat(new RunFile(directory.resolve("run.json")).stopLeftovers()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Override
    public void changed() {}

    @Override
    public void say(String line) {
        said.add(line);
    }

    /** One whose terminal is gone. */
    private static final class DeafWatcher implements LocalProcess.Watcher {

        @Override
        public void changed() {}

        @Override
        public void say(String line) {
            throw new IllegalStateException("nobody listens");
        }
    }

    private void start(String script) {
        start(script, this);
    }

    private void start(String script, LocalProcess.Watcher watcher) {
        process =
                new LocalProcess(
                        new ProcessSpec(
                                "test",
                                List.of("sh", "-c", script),
                                Map.of(),
                                directory.resolve("test.log")),
                        watcher);
        process.start();
    }
}
