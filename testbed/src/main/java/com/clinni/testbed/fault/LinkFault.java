package com.clinni.testbed.fault;

import java.time.Duration;

/** A fault of a link. */
public sealed interface LinkFault {

    /** Those of which there is no more to say. */
    enum Plain implements LinkFault {
        /** Nothing is. */
        PASS,
        /** Connections stay, new ones are accepted, nothing passes. It passes when this is over. */
        HALF_OPEN,
        /** Open connections and each new one are reset. */
        RESET,
        /** Nobody listens; open connections are reset. */
        REFUSE,
        /** As half open, but what the server sends still passes. */
        CUT_TO_SERVER,
        /** As half open, but what the client sends still passes. */
        CUT_TO_CLIENT
    }

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

    /** Whether a connection cannot live with it. */
    default boolean resets() {
        return this == Plain.RESET || this == Plain.REFUSE;
    }

    default boolean holdsToServer() {
        return this == Plain.HALF_OPEN || this == Plain.CUT_TO_SERVER;
    }

    default boolean holdsToClient() {
        return this == Plain.HALF_OPEN || this == Plain.CUT_TO_CLIENT;
    }
}
