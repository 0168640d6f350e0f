package com.clinni.faultharness.run;

import com.clinni.faultharness.plan.Fault;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Does one fault to the running system, and returns when the parts that it hurt are ready again.
 *
 * @param pushing what makes the system pass crash points that a load alone does not reach
 */
public record FaultInjector(Stage stage, Runnable pushing) {

    /** A point that is passed once a batch takes a while where batches are few. */
    private static final Duration TO_THE_POINT = Duration.ofMinutes(2);

    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** What was done, also in the stage's own record. */
    public InjectedFault strike(Fault fault) throws InterruptedException {
        var struck =
                switch (fault) {
                    case Fault.Kill(var service) -> kill(fault, service);
                    case Fault.Crash crash -> crash(crash);
                    case Fault.Freeze(var service, var lasts) -> freeze(fault, service, lasts);
                    case Fault.Cut cut -> cut(cut);
                    case Fault.Rebalance rebalance -> rebalance(rebalance);
                    case Fault.Restart(var service) -> restart(fault, service);
                    case Fault.Wait(var lasts) -> pause(lasts);
                };
        stage.struck(struck);
        return struck;
    }

    private InjectedFault kill(Fault fault, Service service) throws InterruptedException {
        var at = now();
        stage.system().service(service).kill();
        stage.system().service(service).start();
        stage.system().awaitReady(service);
        return new InjectedFault(fault.toString(), at, now(), InFlightSends.of(service), service);
    }

    /** The process is started again by who watches over it. */
    private InjectedFault crash(Fault.Crash crash) throws InterruptedException {
        var points = stage.crashPoints();
        points.arm(crash.point(), crash.nth());
        var isReached = until(TO_THE_POINT, () -> isReached(crash));
        var at = now();
        if (!isReached) {
            points.disarm(crash.point());
            return new InjectedFault("NOT REACHED " + crash, at, at, 0, null);
        }
        var service = crash.point().service();
        until(TO_START, () -> !stage.system().isReady(service));
        until(TO_START, () -> stage.system().isReady(service));
        return new InjectedFault(crash.toString(), at, now(), InFlightSends.of(service), service);
    }

    private boolean isReached(Fault.Crash crash) {
        if (crash.needsLetters()) {
            pushing.run();
        }
        return stage.crashPoints().fired(crash.point());
    }

    private InjectedFault freeze(Fault fault, Service service, Duration lasts)
            throws InterruptedException {
        var other = stage.another(service);
        var at = now();
        stage.system().service(service).pause();
        try {
            Thread.sleep(lasts);
        } finally {
            stage.system().service(service).resume();
        }
        stage.system().awaitReady(service);
        other.stop(Duration.ofSeconds(30));
        return new InjectedFault(fault.toString(), at, now(), InFlightSends.of(service), null);
    }

    private InjectedFault cut(Fault.Cut cut) throws InterruptedException {
        var at = now();
        var proxy = stage.links().on(cut.link());
        proxy.fault(cut.kind().onTheLink());
        try {
            Thread.sleep(cut.lasts());
        } finally {
            proxy.heal();
        }
        var inFlight = InFlightSends.of(cut.link(), cut.lasts());
        return new InjectedFault(cut.toString(), at, now(), inFlight, null);
    }

    private InjectedFault rebalance(Fault.Rebalance rebalance) throws InterruptedException {
        var at = now();
        var other = stage.another(rebalance.service());
        Thread.sleep(Duration.ofSeconds(2));
        if (rebalance.cleanly()) {
            other.stop(Duration.ofSeconds(30));
            return new InjectedFault(rebalance.toString(), at, now(), 0, null);
        }
        other.kill();
        var inFlight = InFlightSends.of(rebalance.service());
        return new InjectedFault(rebalance.toString(), at, now(), inFlight, rebalance.service());
    }

    private InjectedFault pause(Duration lasts) throws InterruptedException {
        var at = now();
        Thread.sleep(lasts);
        return new InjectedFault("nothing", at, at, 0, null);
    }

    private InjectedFault restart(Fault fault, Service service) throws InterruptedException {
        var at = now();
        var took = stage.system().restartCleanly(service);
        var what = "%s, which ended in %d ms".formatted(fault, took.toMillis());
        return new InjectedFault(what, at, now(), 0, null, service);
    }

    private Instant now() {
        return stage.clock().now();
    }

    private static boolean until(Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUpAt) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}
