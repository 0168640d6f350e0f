package com.clinni.testbed.run;

import com.clinni.testbed.infrastructure.PostgresDatabases;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The options of a local system.
 *
 * @param root of the project, where the packaged services are
 * @param data directory that is found again at the next start
 * @param services which are started; usually all
 * @param environment more for single services: short times in tests
 * @param faults directory by which crash points are armed and clocks are moved, with the agent
 * @param links the proxies between the parts, where they do not talk directly
 * @param out told what happens
 */
public record SystemOptions(
        Path root,
        Path data,
        Ports ports,
        Set<Service> services,
        Map<Service, Map<String, String>> environment,
        @Nullable Path faults,
        @Nullable Links links,
        PrintStream out) {

    public static SystemOptions of(Path root, Path data, Ports ports) {
        return new SystemOptions(
                root, data, ports, EnumSet.allOf(Service.class), Map.of(), null, null, System.out);
    }

    /** One more environment variable, or another value, for one service. */
    public SystemOptions with(Service service, String variable, String value) {
        var all = new EnumMap<Service, Map<String, String>>(Service.class);
        all.putAll(environment);
        var own = new HashMap<>(all.getOrDefault(service, Map.of()));
        own.put(variable, value);
        all.put(service, Map.copyOf(own));
        return new SystemOptions(root, data, ports, services, all, faults, links, out);
    }

    /** One more environment variable for every service. */
    public SystemOptions withAll(String variable, String value) {
        var options = this;
        for (var service : Service.values()) {
            options = options.with(service, variable, value);
        }
        return options;
    }

    /** Only these services. */
    public SystemOptions only(Set<Service> wanted) {
        return new SystemOptions(root, data, ports, wanted, environment, faults, links, out);
    }

    /**
     * With crash points that are armed, and clocks that are moved, by files in this directory; the
     * simulators' clock moves too.
     */
    public SystemOptions withAgent(Path directory) {
        return new SystemOptions(
                root, data, ports, services, environment, directory.toAbsolutePath(), links, out);
    }

    /** With proxies on all links; whoever opened them, on the same ports, closes them. */
    public SystemOptions throughProxies(Links opened) {
        return new SystemOptions(root, data, ports, services, environment, faults, opened, out);
    }

    /** Tells this stream instead of standard output. */
    public SystemOptions saying(PrintStream stream) {
        return new SystemOptions(root, data, ports, services, environment, faults, links, stream);
    }

    /** The directory of {@link #withAgent}, for who cannot do without. */
    Path agentDirectory() {
        if (faults == null) {
            throw new IllegalStateException("This system was started without the agent.");
        }
        return faults;
    }

    /** A service's database in a system of these options that runs, every row of it. */
    public DataSource superuser(Service service) {
        var password = new Secrets(DataDirectory.at(data).secrets()).of("postgres");
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.postgres());
        return new PostgresDatabases(url, "postgres", password)
                .superuser(service.database().orElseThrow());
    }

    @Override
    public String toString() {
        return "SystemOptions[data=" + data + ", ports=" + ports + "]";
    }
}
