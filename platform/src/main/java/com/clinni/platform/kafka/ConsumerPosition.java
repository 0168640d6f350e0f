package com.clinni.platform.kafka;

/**
 * The position of a consumer group in a partition, and the bounds of that partition, as offsets.
 *
 * @param committed the next record to consume, {@link #NEVER} if nothing was ever consumed
 * @param begin the oldest record that is still there
 * @param end where the next record will be written
 */
public record ConsumerPosition(long committed, long begin, long end) {

    static final long NEVER = -1;

    /** The offset that it reads on from. It need not read what the topic has forgotten. */
    public long next() {
        return Math.max(begin, committed);
    }

    /** Records that wait. */
    long lag() {
        return Math.max(0, end - next());
    }
}
