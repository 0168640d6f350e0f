package com.clinni.fallback.health;

/**
 * One partition of a consumer group.
 *
 * @param committed where the group goes on after a restart
 * @param end where the next record will be
 */
record GroupPosition(long committed, long end) {

    long lag() {
        return Math.max(0, end - committed);
    }
}
