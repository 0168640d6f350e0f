package com.clinni.platform.kafka;

/**
 * The position of a consumer group in a partition, and the bounds of that partition, as offsets.
 *
 * @param committed the next record to consume, {@link #NEVER} if nothing was ever consumed
 * @param begin the oldest record that is still there
 * @param end where the next record will be written
 */
record ConsumerPosition(long committed, long begin, long end) {

    static final long NEVER = -1;

    /** Records that wait. What the topic has forgotten waits no more. */
    long lag() {
        return Math.max(0, end - Math.max(begin, committed));
    }
}
