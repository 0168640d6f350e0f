package com.clinni.testbed.agent;

import com.clinni.testbed.run.Service;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * A Java agent for the services under test. Its argument names the service whose process it is in
 * and the directory it is told things by: {@code WHATSAPP:/some/directory}.
 */
public final class FaultAgent {

    private FaultAgent() {}

    /** How a process of this service is started with the agent. */
    public static String option(Path jar, Service service, Path directory) {
        return "-javaagent:" + jar + "=" + service + ":" + directory;
    }

    public static void premain(String argument, Instrumentation instrumentation) {
        var colon = argument.indexOf(':');
        var service = Service.valueOf(argument.substring(0, colon));
        var directory = Path.of(argument.substring(colon + 1));
        CrashPointHits.watch(directory);
        MovedClock.watch(directory);
        instrumentation.addTransformer(new FaultTransformer(service));
    }
}
