package com.clinni.testbed.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A process to be run.
 *
 * @param stopSignal what makes it end cleanly
 */
record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String stopSignal) {

    ProcessSpec(String name, List<String> command, Map<String, String> environment, Path log) {
        this(name, command, environment, log, "TERM");
    }

    /** The environment as lines that a shell reads. */
    String forShell() {
        return environment.entrySet().stream()
                .map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
                .sorted()
                .collect(Collectors.joining());
    }

    /** The environment has secrets in it. */
    @Override
    public String toString() {
        return "ProcessSpec[" + name + "]";
    }
}
