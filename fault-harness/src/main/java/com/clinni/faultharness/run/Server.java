package com.clinni.faultharness.run;

import com.clinni.testbed.infrastructure.PortCheck;
import com.clinni.testbed.run.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** Kafka or PostgreSQL, ended and started again as an operator or a failing machine would. */
public final class Server {

    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER = Duration.ofMinutes(3);

    private final Stage stage;
    private final LocalProcess process;
    private final int port;
    private final int inFlight;
    private Instant since;

    private Server(Stage stage, String name, int port, int inFlight) {
        this.stage = stage;
        this.process = stage.system().process(name);
        this.port = port;
        this.inFlight = inFlight;
        this.since = stage.clock().now();
    }

    /** Nothing that is sent depends on the broker. */
    public static Server kafka(Stage stage) {
        return new Server(stage, "kafka", stage.system().ports().kafka(), 0);
    }

    /** What is being sent when it goes cannot be settled. */
    public static Server postgres(Stage stage) {
        var port = stage.system().ports().postgres();
        return new Server(stage, "postgresql", port, InFlightSends.byAll());
    }

    /** By SIGTERM or its like, or by kill -9. It stays away. */
    public void end(boolean cleanly) {
        since = stage.clock().now();
        if (cleanly) {
            process.stop(TO_END);
        } else {
            process.kill();
        }
    }

    /** Returns when it answers; the time from its end until now counts as a fault. */
    public void start() throws InterruptedException {
        process.start();
        awaitAnswer();
        var what = process.name() + " was away";
        stage.struck(new InjectedFault(what, since, stage.clock().now(), inFlight, null));
    }

    /**
     * Its disk is full for so long. It may die of that, and be started again and again.
     *
     * @return how often it said so
     */
    public long without(SmallDisk disk, Duration lasts) throws IOException, InterruptedException {
        since = stage.clock().now();
        var before = refusals();
        disk.fill();
        try {
            Thread.sleep(lasts);
        } finally {
            disk.free();
        }
        awaitAnswer();
        var what = process.name() + " had no room";
        stage.struck(new InjectedFault(what, since, stage.clock().now(), inFlight, null));
        return refusals() - before;
    }

    /** Ended or not, whoever watches over it starts it: returns when it answers. */
    public void awaitAnswer() throws InterruptedException {
        var giveUpAt = System.nanoTime() + TO_ANSWER.toNanos();
        while (!PortCheck.at("127.0.0.1", port)) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException(process.name() + " does not answer any more");
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private long refusals() throws IOException {
        try (var lines = Files.lines(process.log())) {
            return lines.filter(line -> line.contains("No space left on device")).count();
        }
    }
}
