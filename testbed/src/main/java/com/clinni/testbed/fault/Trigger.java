package com.clinni.testbed.fault;

import java.util.Optional;
import java.util.function.Supplier;

/** Runs an action once, at the n-th event after it was armed. */
public final class Trigger {

    private int left;
    private Runnable action = () -> {};
    private boolean fired;

    public synchronized void arm(int nth, Runnable what) {
        left = nth;
        action = what;
        fired = false;
    }

    public synchronized void disarm() {
        left = 0;
        fired = false;
    }

    /** Whether it was done since it was armed. */
    public synchronized boolean hasFired() {
        return fired;
    }

    /** For connections on which requests begin like this: half of a body has passed. */
    public static Supplier<Inspector> inRequests(String beginning, Trigger half, Trigger whole) {
        return () -> new RequestFinder(beginning, half, whole);
    }

    /** For connections on which mails are sent: a mail is whole. */
    public static Supplier<Inspector> afterMails(Trigger trigger) {
        return () -> new MailEndFinder(trigger);
    }

    /** Something passes: what must be done about it, if it is its turn. */
    synchronized Optional<Runnable> passed() {
        if (left == 0 || --left > 0) {
            return Optional.empty();
        }
        return Optional.of(this::fire);
    }

    private void fire() {
        Runnable wanted;
        synchronized (this) {
            fired = true;
            wanted = action;
        }
        wanted.run();
    }
}
