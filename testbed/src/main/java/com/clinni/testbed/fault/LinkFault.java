package com.clinni.testbed.fault;

import java.time.Duration;

/** A fault of a link. */
public sealed interface LinkFault {

    LinkFault PASS = new Pass();
    LinkFault HALF_OPEN = new HalfOpen();
    LinkFault RESET = new Reset();
    LinkFault REFUSE = new Refuse();
    LinkFault CUT_TO_SERVER = new CutToServer();
    LinkFault CUT_TO_CLIENT = new CutToClient();

    /** Nothing is. */
    record Pass() implements LinkFault {}

    /** What is sent arrives later, in order; each time as long as {@code delay}, give or take. */
    record Latency(Duration delay, Duration jitter) implements LinkFault {}

    /** So many bytes each second in each direction. */
    record Slow(int bytesPerSecond) implements LinkFault {

        public Slow {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("A slow link passes a byte a second at least.");
            }
        }
    }

    /** Connections stay, new ones are accepted, nothing passes. It passes when this is over. */
    record HalfOpen() implements LinkFault {}

    /** Open connections and each new one are reset. */
    record Reset() implements LinkFault {}

    /** Nobody listens; open connections are reset. */
    record Refuse() implements LinkFault {}

    /** As half open, but what the server sends still passes. */
    record CutToServer() implements LinkFault {}

    /** As half open, but what the client sends still passes. */
    record CutToClient() implements LinkFault {}

    default boolean holdsToServer() {
        return this instanceof HalfOpen || this instanceof CutToServer;
    }

    default boolean holdsToClient() {
        return this instanceof HalfOpen || this instanceof CutToClient;
    }
}
