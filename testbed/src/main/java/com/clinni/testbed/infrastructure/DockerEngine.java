package com.clinni.testbed.infrastructure;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/** Checks whether containers can be started here. */
final class DockerEngine {

    /** Held, because the logging framework forgets the level of a logger nobody holds. */
    private static final Logger PROBE = Logger.getLogger("org.testcontainers");

    private DockerEngine() {}

    /** The probe is quiet: that there is no engine is an answer, not an error. */
    static boolean answers() {
        var level = PROBE.getLevel();
        PROBE.setLevel(Level.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        } finally {
            PROBE.setLevel(level);
        }
    }
}
