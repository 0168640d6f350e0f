package com.clinni.faultharness.run;

import com.clinni.testbed.run.SystemOptions;
import java.util.Random;

/**
 * A kind of trouble, repeated. All its repetitions share a stage; each has clinics, a due set and a
 * verdict of its own, most easily by a {@link Round}.
 */
public interface Scenario {

    /** Short, lower case, stable: it stands in state files and is what ONLY= names. */
    String name();

    int repetitions();

    /** What its services must be told besides the {@link ShortTimes}. */
    default SystemOptions prepare(SystemOptions options) {
        return options;
    }

    /**
     * One repetition.
     *
     * @param tag names this repetition and nothing else on the stage: for clinics and files
     * @param random decides everything that is decided by chance
     */
    Observation run(Stage stage, String tag, Random random) throws Exception;
}
