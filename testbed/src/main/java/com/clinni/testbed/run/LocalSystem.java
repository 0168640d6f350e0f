package com.clinni.testbed.run;

import com.clinni.events.kafka.KafkaTopics;
import com.clinni.events.kafka.TopicReplication;
import com.clinni.testbed.agent.AgentJar;
import com.clinni.testbed.agent.CrashPoints;
import com.clinni.testbed.agent.ShiftedClock;
import com.clinni.testbed.infrastructure.PortCheck;
import com.clinni.testbed.infrastructure.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/**
 * The whole system on one machine, each part a process of its own. A start on the same data
 * directory goes on where the last one ended. A part that dies by itself is started again.
 */
public final class LocalSystem implements AutoCloseable, LocalProcess.Watcher {

    private final SystemOptions options;
    private final DataDirectory data;
    private final FileChannel claim;
    private final RunFile runFile;
    private final Readiness readiness = new Readiness();
    private final List<LocalProcess> processes = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;
    private boolean closed;

    private LocalSystem(SystemOptions options) {
        this.options = options;
        data = DataDirectory.at(options.data());
        claim = data.claim();
        runFile = new RunFile(data.runFile());
    }

    /** Refuses with {@link StartFailure} what {@link #startUp()} could not do; nothing runs yet. */
    public static LocalSystem prepare(SystemOptions options) {
        Preconditions.packaged(options);
        var system = new LocalSystem(options);
        try {
            var leftovers = system.runFile.stopLeftovers();
            if (!leftovers.isEmpty()) {
                system.say(
                        "an earlier run was killed; stopped what it left behind: "
                                + String.join(", ", leftovers));
            }
            Preconditions.portsFree(options.ports());
            return system;
        } catch (StartFailure e) {
            system.close();
            throw e;
        }
    }

    /** Returns when every part is ready; on a failure nothing is left running. */
    public static LocalSystem start(SystemOptions options) {
        var system = prepare(options);
        try {
            system.startUp();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Starts every part and waits until each is ready. */
    public void startUp() {
        try {
            startParts(new Secrets(data.secrets()));
            processes.forEach(LocalProcess::watch);
        } catch (IOException | SQLException | ExecutionException e) {
            throw new IllegalStateException(
                    "The local system could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.");
        }
    }

    public Ports ports() {
        return options.ports();
    }

    /** Arms crash points; those on links too where links have proxies. */
    public CrashPoints crashPoints() {
        return new CrashPoints(
                options.agentDirectory(),
                options.links() == null
                        ? CrashPoints.OnLinks.NONE
                        : new LinkCrashes(this, options.links()));
    }

    /** Moves the clocks of services and simulators. */
    public ShiftedClock clock() {
        return new ShiftedClock(options.agentDirectory());
    }

    /** The process of a service. */
    public LocalProcess service(Service service) {
        return process(service.module());
    }

    /** {@code kafka}, {@code postgresql}, {@code simulators}, {@code identity}, or a module. */
    public LocalProcess process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process is called " + name));
    }

    public List<LocalProcess> processes() {
        return List.copyOf(processes);
    }

    /** Where each process writes its log. */
    public Path logs() {
        return data.path().resolve("logs");
    }

    public boolean isReady(Service service) {
        return readiness.ready(service, ports());
    }

    /** Waits until a service that was started again is ready. */
    public void awaitReady(Service service) throws InterruptedException {
        waiting().until(service(service), () -> isReady(service));
    }

    /**
     * Ends a service as a rolling deployment does and starts it again; returns when it is ready.
     *
     * @return how long it took to end; {@link LocalProcess#stop} kills what does not end in 30 s
     */
    public Duration restartCleanly(Service service) throws InterruptedException {
        var begun = System.nanoTime();
        service(service).stop(Duration.ofSeconds(30));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        service(service).start();
        awaitReady(service);
        return took;
    }

    /**
     * One more node of a service, on a port of its own. Whoever asked for it waits for it and stops
     * it; it ends with the system at the latest.
     */
    public LocalProcess startAnother(Service service, int port) {
        var specs = new Processes(options, data, new Secrets(data.secrets()));
        return run(specs.another(service, port));
    }

    /** Everything ends in order; what does not end in time is killed. */
    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            StopOrder.inOrder(processes);
            readiness.close();
            try {
                runFile.delete();
                claim.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void changed() {
        runFile.write(processes);
    }

    @Override
    public void say(String line) {
        options.out().println(line);
    }

    private void startParts(Secrets secrets)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        var specs = new Processes(options, data, secrets);
        if (options.faults() != null) {
            AgentJar.writeTo(data.agent());
        }
        var kafka = run(specs.kafka());
        var simulators = run(specs.simulators());
        var identity = options.services().isEmpty() ? null : run(specs.identity());
        startPostgres(specs, secrets);
        waiting().until(kafka, () -> PortCheck.at("127.0.0.1", ports().kafka()));
        KafkaTopics.declare("127.0.0.1:" + ports().kafka(), TopicReplication.ONE_BROKER);
        waiting().until(simulators, () -> readiness.simulators(ports()));
        for (var service : Service.values()) {
            if (options.services().contains(service)) {
                run(specs.service(service));
            } else {
                Files.writeString(data.environment(service), specs.service(service).forShell());
            }
        }
        for (var service : options.services()) {
            awaitReady(service);
        }
        if (identity != null) {
            waiting().until(identity, () -> readiness.identity(ports()));
        }
    }

    private void startPostgres(Processes specs, Secrets secrets)
            throws IOException, InterruptedException, SQLException {
        var port = ports().postgres();
        var password = secrets.of("postgres");
        var server = PostgresServer.prepare(data.programs(), data.postgres(), port, password);
        var databases = server.databases();
        waiting().until(run(specs.postgres(server)), databases::answer);
        for (var service : Service.values()) {
            if (service.database().isPresent()) {
                var name = service.database().get();
                databases.create(
                        name,
                        ServiceEnvironment.ownerPassword(name, secrets),
                        ServiceEnvironment.runtimePassword(name, secrets));
            }
        }
    }

    private synchronized LocalProcess run(ProcessSpec spec) {
        if (stopping) {
            throw new StartFailure("The start was interrupted.");
        }
        var process = new LocalProcess(spec, this);
        processes.add(process);
        process.start();
        return process;
    }

    private ReadinessWait waiting() {
        return new ReadinessWait(this, () -> stopping);
    }
}
