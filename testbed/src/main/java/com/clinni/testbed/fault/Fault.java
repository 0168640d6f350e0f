package com.clinni.testbed.fault;

import java.time.Duration;

/** What is wrong with a link. */
public sealed interface Fault {

    Fault PASS = new Pass();
    Fault HALF_OPEN = new HalfOpen();
    Fault RESET = new Reset();
    Fault REFUSE = new Refuse();
    Fault CUT_TO_SERVER = new CutToServer();
    Fault CUT_TO_CLIENT = new CutToClient();

    /** Nothing is. */
    record Pass() implements Fault {}

    /** What is sent arrives later, in order; each time as long as {@code delay}, give or take. */
    record Latency(Duration delay, Duration jitter) implements Fault {}

    /** So many bytes each second in each direction. */
    record Slow(int bytesPerSecond) implements Fault {

        public Slow {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("A slow link passes a byte a second at least.");
            }
        }
    }

    /** Connections stay, new ones are accepted, nothing passes. It passes when this is over. */
    record HalfOpen() implements Fault {}

    /** Open connections and each new one are reset. */
    record Reset() implements Fault {}

    /** Nobody listens; open connections are reset. */
    record Refuse() implements Fault {}

    /** As half open, but what the server sends still passes. */
    record CutToServer() implements Fault {}

    /** As half open, but what the client sends still passes. */
    record CutToClient() implements Fault {}

    default boolean holdsToServer() {
        return this instanceof HalfOpen || this instanceof CutToServer;
    }

    default boolean holdsToClient() {
        return this instanceof HalfOpen || this instanceof CutToClient;
    }
}
