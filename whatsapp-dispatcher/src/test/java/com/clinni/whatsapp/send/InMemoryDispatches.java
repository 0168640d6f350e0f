package com.clinni.whatsapp.send;

import com.clinni.platform.time.Stopwatch;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.line.Line;
import com.clinni.whatsapp.message.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Messages in memory, by a short name that is also their text. */
final class InMemoryDispatches implements Dispatches {

    private static final Duration LEASE = Duration.ofSeconds(25);

    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();
    private final Stopwatch stopwatch;
    private Runnable afterClaim = () -> {};
    private boolean probe;
    private int away;
    private int largestClaim;
    private Instant pushedBackTo;

    InMemoryDispatches(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    void waiting(String name) {
        states.put(name, "WAITING");
    }

    void probing() {
        probe = true;
    }

    void afterClaim(Runnable happens) {
        afterClaim = happens;
    }

    synchronized String stateOf(String name) {
        return states.get(name);
    }

    synchronized Instant notBefore(String name) {
        return notBefore.get(name);
    }

    int largestClaim() {
        return largestClaim;
    }

    Instant pushedBackTo() {
        return pushedBackTo;
    }

    synchronized void settledByReceipt(String name) {
        states.put(name, "DELIVERED");
    }

    @Override
    public synchronized Claim claim(Line line, int freeSlots, Instant now) {
        var lease = new Lease(stopwatch.nanos(), LEASE);
        var picked =
                states.entrySet().stream()
                        .filter(entry -> entry.getValue().equals("WAITING"))
                        .limit(freeSlots)
                        .map(Map.Entry::getKey)
                        .toList();
        picked.forEach(name -> states.put(name, "SENDING"));
        largestClaim = Math.max(largestClaim, picked.size());
        if (!picked.isEmpty()) {
            afterClaim.run();
        }
        var intents = picked.stream().map(name -> intent(name, now, lease)).toList();
        return new Claim(intents, probe, null);
    }

    @Override
    public synchronized void release(List<Intent> intents) {
        intents.forEach(intent -> states.put(intent.text(), "WAITING"));
    }

    /** So many settlements fail as if the database were away. */
    synchronized void away(int settlements) {
        away = settlements;
    }

    @Override
    public boolean accept(Line line, Intent intent, String gatewayMessageId, Instant now) {
        return settle(intent, "ACCEPTED");
    }

    @Override
    public synchronized boolean retryLater(
            Intent intent, NotSentReason reason, Instant until, Instant now) {
        notBefore.put(intent.text(), until);
        return settle(intent, "WAITING " + reason);
    }

    @Override
    public boolean giveUp(Intent intent, NotSentReason reason, Instant now) {
        return settle(intent, "DEAD " + reason);
    }

    @Override
    public boolean doubt(Intent intent, String observation, Instant now) {
        return settle(intent, "IN_DOUBT");
    }

    @Override
    public synchronized void pushBack(Line line, Instant until) {
        pushedBackTo = until;
    }

    private synchronized boolean settle(Intent intent, String state) {
        if (away-- > 0) {
            throw new IllegalStateException("the database is away");
        }
        return states.replace(intent.text(), "SENDING", state);
    }

    private static Intent intent(String name, Instant now, Lease lease) {
        return new Intent(
                new UUID(0, name.hashCode()),
                1,
                1,
                1,
                new ChatId("chat"),
                name,
                new ClientMessageId("3EB0AABBCC"),
                now,
                now.plus(Duration.ofHours(1)),
                lease);
    }
}
