package com.clinni.system;

import static org.awaitility.Awaitility.await;

import com.clinni.testbed.client.AccessTokens;
import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.client.SimulatorControl;
import com.clinni.testbed.infrastructure.FreePorts;
import com.clinni.testbed.infrastructure.PortCheck;
import com.clinni.testbed.run.LocalProcess;
import com.clinni.testbed.run.LocalSystem;
import com.clinni.testbed.run.Ports;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.SystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The packaged system, started once for all journeys and stopped when the last is over. */
final class RunningSystem {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static RunningSystem started;

    private final SystemOptions options;
    private final LocalSystem system;
    private final Clinni clinni;

    private RunningSystem(SystemOptions options) {
        this.options = options;
        this.system = LocalSystem.start(options);
        this.clinni = calledBy(new AccessTokens(system.ports().identity(), "responsable", null));
    }

    static synchronized RunningSystem started() {
        if (started == null) {
            started = new RunningSystem(options());
            Runtime.getRuntime().addShutdownHook(new Thread(started.system::close));
        }
        return started;
    }

    /**
     * Short times, so that what takes minutes in a clinic takes seconds here, and an evening that
     * lasts all day.
     */
    private static SystemOptions options() {
        try {
            var data = Files.createTempDirectory(Path.of("target"), "data-");
            return SystemOptions.of(ROOT, data.toAbsolutePath(), Ports.free())
                    .with(Service.APPOINTMENTS, "CORRECTIONS_SETTLE", "2s")
                    .with(Service.APPOINTMENTS, "FORECAST_AT", "00:00")
                    .with(Service.APPOINTMENTS, "FORECAST_EVERY", "1s")
                    .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_CALL_TIMEOUT", "3s")
                    .with(Service.WHATSAPP, "WHATSAPP_LINES_DEFAULT_PROBE_EVERY", "2s")
                    .with(Service.WHATSAPP, "WHATSAPP_MONITOR_EVERY", "1s")
                    .with(Service.WHATSAPP, "DISPATCH_HANDOVER_EVERY", "1s")
                    .with(Service.WHATSAPP, "DISPATCH_LEASE_MARGIN", "3s")
                    .with(Service.WHATSAPP, "DOUBT_ABSENCE_AFTER", "5s")
                    .with(Service.WHATSAPP, "DOUBT_LOOK_AGAIN_AFTER", "1s")
                    .with(Service.FALLBACK, "MAIL_CALL_LIMIT", "PT3S")
                    .with(Service.FALLBACK, "SMS_CALL_LIMIT", "PT3S")
                    .with(Service.FALLBACK, "FALLBACK_LEASE", "PT35S")
                    .with(Service.FALLBACK, "FALLBACK_HAND_BACK_AFTER", "PT5S")
                    .with(Service.FALLBACK, "FALLBACK_DOUBT_PAUSE", "PT2S");
        } catch (IOException e) {
            throw new UncheckedIOException("no data directory could be made", e);
        }
    }

    /** As a head of support calls them, who may do what journeys do. */
    Clinni clinni() {
        return clinni;
    }

    Clinni calledBy(AccessTokens tokens) {
        var ports = system.ports();
        return new Clinni(
                ports.of(Service.APPOINTMENTS),
                ports.of(Service.REMINDERS),
                ports.of(Service.WHATSAPP),
                ports.of(Service.FALLBACK),
                tokens);
    }

    Ports ports() {
        return system.ports();
    }

    SimulatorControl simulators() {
        return new SimulatorControl(system.ports().control());
    }

    String kafka() {
        return "127.0.0.1:" + system.ports().kafka();
    }

    /** A service's database, every row of it. */
    DataSource database(Service service) {
        return options.superuser(service);
    }

    LocalProcess kafkaProcess() {
        return system.process("kafka");
    }

    /** kill -9, at once, and a start; returns when the service is ready again. */
    void killAndRestart(String module) {
        var service = Service.named(module);
        system.service(service).kill();
        system.service(service).start();
        try {
            system.awaitReady(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isReady(Service service) {
        return system.isReady(service);
    }

    /** A second pod of a service, ready; whoever asked for it stops it. */
    LocalProcess another(Service service) throws IOException {
        var port = FreePorts.any();
        var process = system.startAnother(service, port);
        await().atMost(Duration.ofMinutes(2)).until(() -> PortCheck.at("127.0.0.1", port));
        return process;
    }

    /** Lines of the services' logs that contain a text, shortened to where they stand. */
    List<String> logLinesWith(String text) {
        return Stream.of(Service.values())
                .map(service -> system.service(service).log())
                .flatMap(RunningSystem::lines)
                .filter(line -> line.contains(text))
                .limit(5)
                .toList();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8).stream();
        } catch (IOException e) {
            throw new UncheckedIOException("log " + log.getFileName() + " cannot be read", e);
        }
    }
}
