package com.clinni.whatsapp.consumers;

/**
 * How far a partition is consumed, and how far there is to go.
 *
 * @param committed the next record to consume
 * @param end where the next record will be written
 */
record Position(long committed, long end) {

    long lag() {
        return Math.max(0, end - committed);
    }
}
