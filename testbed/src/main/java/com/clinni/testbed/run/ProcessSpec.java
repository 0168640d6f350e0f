package com.clinni.testbed.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

    /** The environment has secrets in it. */
    @Override
    public String toString() {
        return "ProcessSpec[" + name + "]";
    }
}
