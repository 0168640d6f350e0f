package com.clinni.testbed.run;

import java.time.Duration;
import java.util.List;

/**
 * Stops the parts in order: services before the servers that they use. Takes less than a minute in
 * all.
 */
final class StopOrder {

    private static final Duration FOR_SERVICES = Duration.ofSeconds(25);
    private static final Duration FOR_OTHERS = Duration.ofSeconds(10);
    private static final List<List<String>> USED =
            List.of(List.of("simulators", "kafka", "identity"), List.of("postgresql"));

    private StopOrder() {}

    static void inOrder(List<LocalProcess> processes) {
        var used = USED.stream().flatMap(List::stream).toList();
        together(
                processes.stream().filter(process -> !used.contains(process.name())).toList(),
                FOR_SERVICES);
        for (var names : USED) {
            together(
                    processes.stream().filter(process -> names.contains(process.name())).toList(),
                    FOR_OTHERS);
        }
    }

    private static void together(List<LocalProcess> processes, Duration patience) {
        processes.forEach(LocalProcess::askToStop);
        var giveUpAt = System.nanoTime() + patience.toNanos();
        for (var process : processes) {
            var left = Duration.ofNanos(Math.max(0, giveUpAt - System.nanoTime()));
            if (!process.await(left)) {
                process.kill();
            }
        }
    }
}
