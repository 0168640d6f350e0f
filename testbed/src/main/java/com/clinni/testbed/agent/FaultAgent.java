package com.clinni.testbed.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** A Java agent for the services under test; its argument is the directory it is told things by. */
public final class FaultAgent {

    private FaultAgent() {}

    public static void premain(String directory, Instrumentation instrumentation) {
        Hits.watch(Path.of(directory));
        MovedClock.watch(Path.of(directory));
        instrumentation.addTransformer(new FaultTransformer());
    }
}
