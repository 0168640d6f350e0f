package com.clinni.testbed.demo;

import com.clinni.testbed.client.Clinni;
import com.clinni.testbed.client.SimulatorControl;
import com.clinni.testbed.infrastructure.PortCheck;
import com.clinni.testbed.run.LocalSystem;
import com.clinni.testbed.run.Ports;
import com.clinni.testbed.run.RunArguments;
import com.clinni.testbed.run.Service;
import com.clinni.testbed.run.StartFailure;
import com.clinni.testbed.run.SystemOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code make demo}: plays the demo on a running system, or on one it starts and stops itself. */
public final class DemoMain {

    private static final ZoneId CLOCK = ZoneId.of("Europe/Madrid");
    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("MMdd-HHmmss");

    private DemoMain() {}

    public static void main(String[] arguments) {
        System.exit(succeeds(arguments) ? 0 : 1);
    }

    private static boolean succeeds(String... arguments) {
        try {
            var parsed = RunArguments.parse(arguments);
            if (PortCheck.at("127.0.0.1", parsed.ports().page())) {
                System.out.println("playing on the system that runs on this machine");
                return play(parsed.ports());
            }
            return playOnASystemOfItsOwn(parsed);
        } catch (StartFailure | IllegalStateException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private static boolean playOnASystemOfItsOwn(RunArguments arguments) {
        var root = Path.of("").toAbsolutePath();
        System.out.println("no system runs on this machine: starting one for the demo");
        var system =
                LocalSystem.prepare(
                        SystemOptions.of(root, root.resolve(arguments.data()), arguments.ports()));
        var over = new AtomicBoolean();
        var demo = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    if (!over.get()) {
                                        System.out.println(
                                                "ended before it was over: stopping the system");
                                        demo.interrupt();
                                    }
                                    system.close();
                                }));
        try {
            system.startUp();
            return play(arguments.ports());
        } finally {
            over.set(true);
        }
    }

    private static boolean play(Ports ports) {
        var now = Instant.now().atZone(CLOCK);
        return new Demo(
                        new Clinni(
                                ports.of(Service.APPOINTMENTS),
                                ports.of(Service.REMINDERS),
                                ports.of(Service.WHATSAPP),
                                ports.of(Service.FALLBACK),
                                ports.identity()),
                        new SimulatorControl(ports.control()),
                        System.out,
                        RUN.format(now),
                        LocalDate.from(now).plusDays(1))
                .play();
    }
}
