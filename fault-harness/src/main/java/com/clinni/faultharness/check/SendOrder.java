package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The order in which a line sent the reminders that waited for it, earliest first. */
public record SendOrder(List<One> inOrder) {

    private static final Duration EQUALLY_URGENT = Duration.ofMinutes(1);

    /** One reminder on its way. */
    public record One(Instant at, RecordedReminder due) {}

    public SendOrder {
        inOrder = inOrder.stream().sorted(Comparator.comparing(One::at)).toList();
    }

    /** Of what was seen, the messages of one channel. */
    public static SendOrder by(
            String channel, Collection<SeenMessage> seen, Collection<RecordedReminder> dues) {
        var byAddress = new HashMap<String, RecordedReminder>();
        dues.stream()
                .filter(due -> !due.isWithdrawn())
                .forEach(
                        due -> {
                            byAddress.put(due.patient().phone(), due);
                            byAddress.put(due.patient().email(), due);
                        });
        return new SendOrder(
                seen.stream()
                        .filter(one -> one.channel().equals(channel))
                        .flatMap(
                                one ->
                                        Optional.ofNullable(byAddress.get(one.to()))
                                                .map(due -> new One(one.at(), due))
                                                .stream())
                        .toList());
    }

    public int size() {
        return inOrder.size();
    }

    /** The largest number within any window of this length, wherever it begins. */
    public int mostWithin(Duration window) {
        var most = 0;
        var first = 0;
        for (var last = 0; last < size(); last++) {
            while (!inOrder.get(last).at().isBefore(inOrder.get(first).at().plus(window))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** How many left in this time, beginning so long after the first. */
    public int in(Duration window, Duration after) {
        if (inOrder.isEmpty()) {
            return 0;
        }
        var from = inOrder.getFirst().at().plus(after);
        var to = from.plus(window);
        return (int)
                inOrder.stream()
                        .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                        .count();
    }

    /** How many left although somebody else, clearly more urgent, still waited and left later. */
    public int overtaking(Duration tolerance) {
        var overtaking = 0;
        var later = new ArrayList<One>();
        var mostUrgent = Instant.MAX;
        for (var one : inOrder.reversed()) {
            var isClearlyLater = later.iterator();
            while (isClearlyLater.hasNext()) {
                var waiting = isClearlyLater.next();
                if (waiting.at().isBefore(one.at().plus(tolerance))) {
                    break;
                }
                mostUrgent = min(mostUrgent, waiting.due().sendBefore());
                isClearlyLater.remove();
            }
            if (one.due().sendBefore().isAfter(plus(mostUrgent))) {
                overtaking++;
            }
            later.add(one);
        }
        return overtaking;
    }

    /** What part of the first so many was one clinic's, of the clinic that had the most. */
    public double largestShareOf(int first) {
        var some = inOrder.stream().limit(first).toList();
        Map<String, Long> byClinic =
                some.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.due().clinic().id(), Collectors.counting()));
        var largest = byClinic.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return some.isEmpty() ? 0 : (double) largest / some.size();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant plus(Instant urgent) {
        return urgent.equals(Instant.MAX) ? Instant.MAX : urgent.plus(EQUALLY_URGENT);
    }
}
