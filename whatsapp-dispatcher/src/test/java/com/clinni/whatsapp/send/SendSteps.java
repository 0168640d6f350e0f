package com.clinni.whatsapp.send;

import com.clinni.whatsapp.line.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sends what waits, claims it only, or takes out of the queue what must wait no longer. */
@ApplicationScoped
public class SendSteps {

    private final DispatchLoop loop;
    private final Claims claims;
    private final Handover handover;

    SendSteps(DispatchLoop loop, Claims claims, Handover handover) {
        this.loop = loop;
        this.claims = claims;
        this.handover = handover;
    }

    public void dispatch() throws InterruptedException {
        loop.dispatchWaiting();
    }

    public List<UUID> claim(Line line, int freeSlots, Instant now) {
        return claims.claim(line, freeSlots, now).intents().stream()
                .map(Intent::reminderId)
                .toList();
    }

    public void handOver() {
        handover.handOver();
    }
}
