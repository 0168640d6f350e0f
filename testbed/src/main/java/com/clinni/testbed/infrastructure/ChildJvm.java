package com.clinni.testbed.infrastructure;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a class of this class path as a process of its own, on the same JDK. */
public final class ChildJvm {

    /**
     * For a JVM that is to be there soon: neither the optimising compiler nor another look at the
     * bytecode of our own build, which took a fifth of a start.
     */
    public static final List<String> QUICK_START =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private ChildJvm() {}

    /** The command; the class path is expected in the environment variable {@code CLASSPATH}. */
    public static List<String> command(Class<?> main, List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(QUICK_START);
        command.add(Logging.OPTION);
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** This JVM's class path, absolute, because a child may live in another directory. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
