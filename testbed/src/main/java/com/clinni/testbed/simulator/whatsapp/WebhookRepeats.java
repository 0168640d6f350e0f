package com.clinni.testbed.simulator.whatsapp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The last webhooks of each kind as they were sent, any of which may come again: late, and signed
 * as it was.
 */
final class WebhookRepeats {

    private static final int KEPT_OF_EACH = 50;

    private final Map<String, Deque<byte[]>> kept = new TreeMap<>();
    private volatile double share;

    /** So many deliveries, from 0 to 1, are followed by one of another webhook of before. */
    void share(double wanted) {
        if (!(wanted >= 0 && wanted <= 1)) {
            throw new IllegalArgumentException("A share is between 0 and 1.");
        }
        share = wanted;
    }

    double share() {
        return share;
    }

    synchronized void keep(String event, byte[] body) {
        var last = kept.computeIfAbsent(event, _ -> new ArrayDeque<>());
        last.addLast(body);
        if (last.size() > KEPT_OF_EACH) {
            last.removeFirst();
        }
    }

    /** The one that comes again now, if one does: each kind as often, however rare it is. */
    synchronized Optional<byte[]> next() {
        return kept.isEmpty() || ThreadLocalRandom.current().nextDouble() >= share
                ? Optional.empty()
                : Optional.of(oneOf(List.copyOf(oneOf(List.copyOf(kept.values())))));
    }

    synchronized List<byte[]> all() {
        var all = new ArrayList<byte[]>();
        kept.values().forEach(all::addAll);
        return all;
    }

    private static <T> T oneOf(List<T> list) {
        return list.get(ThreadLocalRandom.current().nextInt(list.size()));
    }
}
