package com.clinni.whatsapp.send;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import com.clinni.whatsapp.gateway.ClientMessageId;
import com.clinni.whatsapp.gateway.Existence;
import com.clinni.whatsapp.gateway.HiddenNumber;
import com.clinni.whatsapp.gateway.NewMessageId;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.clinni.whatsapp.gateway.Reconciliation;
import com.clinni.whatsapp.gateway.SendOutcome;
import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.gateway.WhatsAppGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A gateway that answers what a test wants and remembers what it was asked to send. */
final class FakeGateway implements WhatsAppGateway {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile SendOutcome answer = new SendOutcome.Accepted("3EB0AABBCC");
    private volatile Runnable connecting = () -> {};
    private volatile Duration pace = Duration.ZERO;

    void answer(SendOutcome outcome) {
        answer = outcome;
    }

    /** What happens between the decision to send and the first byte. */
    void connecting(Runnable happens) {
        connecting = happens;
    }

    void slowly(Duration each) {
        pace = each;
    }

    List<String> sent() {
        return sent;
    }

    int mostAtOnce() {
        return most.get();
    }

    @Override
    public SendOutcome send(ChatId to, String text, ClientMessageId id, BooleanSupplier mayLeave) {
        connecting.run();
        if (!mayLeave.getAsBoolean()) {
            return new SendOutcome.NotSent(NotSentReason.HELD_BACK);
        }
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        LockSupport.parkNanos(pace.toNanos());
        sent.add(text);
        now.decrementAndGet();
        return answer;
    }

    @Override
    public Existence exists(PhoneNumber number) {
        return new Existence.Yes(new ChatId("chat"), null);
    }

    @Override
    public HiddenNumber numberBehind(String lid) {
        return new HiddenNumber.NotKnown();
    }

    @Override
    public NewMessageId newMessageId() {
        return new NewMessageId.Given(new ClientMessageId("3EB0AABBCC"));
    }

    @Override
    public SessionState session() {
        return SessionState.READY;
    }

    @Override
    public SessionState inspect() {
        return session();
    }

    @Override
    public Reconciliation reconcile(ClientMessageId id, ChatId to, Instant sentAround) {
        return new Reconciliation.Unknown();
    }
}
