package com.clinni.faultharness.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine on which the figures were measured: its size, and nothing by which it could be named.
 */
record Machine(int cores, long gigabytes, String jdk, String system) {

    private static final Path ABOUT_LINUX = Path.of("/etc/os-release");
    private static final String NAME = "PRETTY_NAME=";

    static Machine here() {
        var bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                bean.getAvailableProcessors(),
                Math.round(bean.getTotalMemorySize() / 1e9),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                distribution());
    }

    @Override
    public String toString() {
        return "%d cores, %d GB, JDK %s, %s".formatted(cores, gigabytes, jdk, system);
    }

    private static String distribution() {
        try {
            return Files.readAllLines(ABOUT_LINUX).stream()
                    .filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(NAME.length()).replace("\"", ""))
                    .findFirst()
                    .orElseGet(Machine::kernel);
        } catch (IOException e) {
            return kernel();
        }
    }

    private static String kernel() {
        return System.getProperty("os.name");
    }
}
