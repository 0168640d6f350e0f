package com.clinni.faultharness.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Plays every scenario as often as it wants, each on a stage of its own. A repetition that is done
 * is not played again: a new start continues after the last one. A repetition that fails is kept,
 * with its seed, and the run goes on.
 *
 * @param data where stages and the state file are
 * @param clock the machine's: that of the services is moved on by scenarios
 */
public record LongRun(
        List<Scenario> scenarios, Path root, Path data, long seed, Clock clock, PrintStream out) {

    /** Whether everything held, in this go and in those before. */
    public boolean play() {
        var state = new RunState(data.resolve("state.jsonl"));
        for (var scenario : scenarios) {
            var left =
                    IntStream.range(0, scenario.repetitions())
                            .filter(n -> !state.isDone(scenario.name(), n))
                            .boxed()
                            .toList();
            if (!left.isEmpty()) {
                play(scenario, left, state);
            }
        }
        var results = state.results();
        new LongReport(results).writeTo(data.resolve("report.md"));
        out.println("report in " + data.resolve("report.md"));
        return results.stream().allMatch(Result::holds)
                && (isOneAlone() || new Totals(results).fewAreFlagged());
    }

    /** Then a share of all reminders says nothing. */
    private boolean isOneAlone() {
        return scenarios.size() == 1;
    }

    private void play(Scenario scenario, List<Integer> left, RunState state) {
        var go = data.resolve(scenario.name() + "-" + clock.millis());
        var options = scenario.prepare(ShortTimes.options(root, go));
        try (var stage =
                Stage.start(
                        options.saying(new PrintStream(PrintStream.nullOutputStream())), seed)) {
            new WarmUp(stage).play(seed);
            for (var n : left) {
                var result = play(scenario, n, stage);
                state.add(result);
                out.printf(
                        "%s %d/%d seed %d, %d s: %s%n",
                        scenario.name(),
                        n + 1,
                        scenario.repetitions(),
                        result.seed(),
                        result.seconds(),
                        result.holds() ? "holds" : result.verdict() + " " + result.wrong());
                if (!result.isJudged()) {
                    return; // its stage may be in pieces: the next go has a new one
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result play(Scenario scenario, int repetition, Stage stage) {
        var own = new Random(seed + 31L * repetition + scenario.name().hashCode()).nextLong();
        var begun = System.nanoTime();
        var tag = scenario.name() + "-" + repetition;
        var what = "%s %d/%d".formatted(scenario.name(), repetition + 1, scenario.repetitions());
        try (var _ = new Progress(what, stage::dueSoFar, out)) {
            var seen = scenario.run(stage, tag, new Random(own));
            return Result.of(
                    scenario.name(), repetition, own, seen, clock.instant(), secondsSince(begun));
        } catch (Exception e) {
            return Result.broken(
                    scenario.name(), repetition, own, e, clock.instant(), secondsSince(begun));
        }
    }

    private static long secondsSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toSeconds();
    }
}
