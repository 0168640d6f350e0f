package com.clinni.faultharness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");

    @TempDir Path directory;

    @Test
    void what_was_done_is_not_done_again_after_the_run_died() throws Exception {
        var file = directory.resolve("state.jsonl");
        var done = result(0, List.of());
        new RunState(file).add(done);
        Files.writeString(file, "{\"scenario\":\"pau", StandardOpenOption.APPEND);

        var state = new RunState(file);

        assertThat(state.results()).containsExactly(done);
        assertThat(state.isDone("pauses", 0)).isTrue();
        assertThat(state.isDone("pauses", 1)).isFalse();
    }

    @Test
    void a_repetition_that_failed_stands_in_the_report_with_its_seed() {
        var report = new LongReport(List.of(result(0, List.of()), result(1, List.of("LOST r-1"))));

        assertThat(String.join("\n", report.lines()))
                .contains("| pauses | 2 | 1 | 20 |")
                .contains("- pauses 2, seed 8: LOST r-1");
    }

    @Test
    void what_could_not_be_judged_is_played_again_and_stands_in_the_report_once() {
        var state = new RunState(directory.resolve("state.jsonl"));
        state.add(Result.broken("pauses", 0, 7, new InconclusiveRun("needs a disk"), NOON, 1));

        assertThat(state.isDone("pauses", 0)).isFalse();
        assertThat(state.results())
                .extracting(Result::wrong)
                .containsExactly(List.of("needs a disk"));

        var judged = result(0, List.of());
        state.add(judged);

        assertThat(state.isDone("pauses", 0)).isTrue();
        assertThat(state.results()).containsExactly(judged);
    }

    private static Result result(int repetition, List<String> wrong) {
        return new Result(
                "pauses",
                repetition,
                7 + repetition,
                NOON,
                30,
                Map.of("due", 10),
                Map.of("faults", 3),
                "",
                wrong);
    }
}
