package com.clinni.testbed.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The flow of bytes on one link at this moment. */
final class Flow {

    private static final int PIECES_PER_SECOND = 20;

    private LinkFault fault = LinkFault.Plain.PASS;

    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    synchronized LinkFault fault() {
        return fault;
    }

    synchronized void become(LinkFault wanted) {
        fault = wanted;
        notifyAll();
    }

    /** Waits as long as nothing passes this way. */
    synchronized void awaitPassage(Direction direction) throws InterruptedException {
        while (holds(direction)) {
            wait();
        }
    }

    /** Passes a piece on, as fast as the link is. */
    void pass(Direction direction, OutputStream out, byte[] bytes, int length)
            throws IOException, InterruptedException {
        var passed = 0;
        while (passed < length) {
            awaitPassage(direction);
            var piece = length - passed;
            switch (fault()) {
                case LinkFault.Latency(var delay, var jitter) ->
                        Thread.sleep(delayed(delay, jitter));
                case LinkFault.Slow(var rate) -> {
                    piece = Math.min(piece, Math.max(1, rate / PIECES_PER_SECOND));
                    Thread.sleep(Duration.ofSeconds(1).multipliedBy(piece).dividedBy(rate));
                }
                default -> {
                    // at once
                }
            }
            awaitPassage(direction);
            out.write(bytes, passed, piece);
            out.flush();
            passed += piece;
        }
    }

    private boolean holds(Direction direction) {
        return switch (direction) {
            case TO_SERVER -> fault.holdsToServer();
            case TO_CLIENT -> fault.holdsToClient();
        };
    }

    private static Duration delayed(Duration delay, Duration jitter) {
        var most = jitter.toNanos();
        var shift = most == 0 ? 0 : ThreadLocalRandom.current().nextLong(-most, most + 1);
        return Duration.ofNanos(Math.max(0, delay.toNanos() + shift));
    }
}
