package com.clinni.faultharness.run;

import com.clinni.faultharness.load.DueSet;
import com.clinni.faultharness.load.Roster;
import com.clinni.testbed.agent.CrashPoints;
import com.clinni.testbed.agent.ShiftedClock;
import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.client.SimulatorControl;
import com.clinni.testbed.infrastructure.FreePorts;
import com.clinni.testbed.infrastructure.PortCheck;
import com.clinni.testbed.run.Links;
import com.clinni.testbed.run.LocalProcess;
import com.clinni.testbed.run.LocalSystem;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged system with everything by which it can be hurt, and a record of what was done. */
public final class Stage implements AutoCloseable {

    private static final double REPEATED_WEBHOOKS = 0.05;

    private final LocalSystem system;
    private final Path data;
    private final Roster roster = new Roster();
    private final Links links;
    private final CrashPoints crashPoints;
    private final ShiftedClock clock;
    private final Clinni clinni;
    private final List<InjectedFault> struck = new CopyOnWriteArrayList<>();
    private volatile @Nullable DueSet current;

    private Stage(LocalSystem system, Links links, Path data) {
        this.system = system;
        this.links = links;
        this.data = data;
        crashPoints = system.crashPoints();
        clock = system.clock();
        var ports = system.ports();
        clinni =
                new Clinni(
                        ports.of(Service.APPOINTMENTS),
                        ports.of(Service.REMINDERS),
                        ports.of(Service.WHATSAPP),
                        ports.of(Service.FALLBACK),
                        ports.identity());
    }

    /**
     * Every service ready and every provider well, with a proxy on every link.
     *
     * @param options as {@link ShortTimes} makes them
     * @param seed of the proxies' own choices
     */
    public static Stage start(SystemOptions options, long seed) {
        var links = Links.open(options.ports(), seed);
        try {
            var system = LocalSystem.prepare(options.throughProxies(links));
            var stage = new Stage(system, links, options.data());
            // before anything runs: who interrupts the start leaves nothing behind either
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            return stage.startUp();
        } catch (RuntimeException e) {
            links.close();
            throw e;
        }
    }

    private Stage startUp() {
        try {
            system.startUp();
            makeProvidersWell();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public LocalSystem system() {
        return system;
    }

    /** One for the whole run: its token is fetched once. */
    public Clinni clinni() {
        return clinni;
    }

    public SimulatorControl simulators() {
        return new SimulatorControl(system.ports().control());
    }

    /** The proxies, one on every link. */
    public Links links() {
        return links;
    }

    public CrashPoints crashPoints() {
        return crashPoints;
    }

    /** The system's clock, which may be ahead of the machine's. */
    public ShiftedClock clock() {
        return clock;
    }

    /** The patients of this data directory. */
    public Roster roster() {
        return roster;
    }

    /** Where this run keeps its files. */
    public Path data() {
        return data;
    }

    /**
     * All channels take everything; some numbers are not on WhatsApp, at some its gateway fails,
     * and some it refuses later. One webhook in twenty is followed by one of before.
     */
    public void makeProvidersWell() {
        var simulators = simulators();
        simulators.contacts(Roster.failing());
        simulators.repeatWebhooks(REPEATED_WEBHOOKS);
        simulators.mode("whatsapp", "NOT_ON_WHATSAPP", Map.of("numbers", Roster.notOnWhatsApp()));
        simulators.refuses(Roster.refusedLater());
        simulators.mode("mail", "OK");
        simulators.mode("sms", "OK");
    }

    /** Nothing hurts any more; returns when every service is ready. */
    public void heal() throws InterruptedException {
        crashPoints.disarmAll();
        links.healAll();
        makeProvidersWell();
        for (var service : Service.values()) {
            system.service(service).start();
            system.awaitReady(service);
        }
    }

    /** One more node of a service, ready. Whoever asked for it ends it. */
    public LocalProcess another(Service service) throws InterruptedException {
        var port = FreePorts.any();
        var process = system.startAnother(service, port);
        while (!PortCheck.at("127.0.0.1", port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.name() + " ended before it was ready");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        return process;
    }

    /** Whose progress is shown from now on. */
    void follow(DueSet due) {
        current = due;
    }

    /** How much is due in the round that is being played. */
    int dueSoFar() {
        var due = current;
        return due == null ? 0 : due.size();
    }

    void struck(InjectedFault fault) {
        struck.add(fault);
    }

    /** What was done since the first so many faults. */
    List<InjectedFault> struckSince(int count) {
        return List.copyOf(struck).subList(count, struck.size());
    }

    int strikes() {
        return struck.size();
    }

    /** The services' own logs, of every node. */
    List<Path> logs() {
        var modules = Stream.of(Service.values()).map(Service::module).toList();
        return system.processes().stream()
                .filter(process -> modules.stream().anyMatch(process.name()::startsWith))
                .map(LocalProcess::log)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        system.close();
        links.close();
    }
}
