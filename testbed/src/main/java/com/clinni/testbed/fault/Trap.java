package com.clinni.testbed.fault;

import java.util.Optional;
import java.util.function.Supplier;

/** Does something once, at the n-th thing that passes from its arming on. */
public final class Trap {

    private int left;
    private Runnable action;
    private boolean sprung;

    public synchronized void arm(int nth, Runnable what) {
        left = nth;
        action = what;
        sprung = false;
    }

    public synchronized void disarm() {
        left = 0;
        sprung = false;
    }

    /** Whether it was done since it was armed. */
    public synchronized boolean hasSprung() {
        return sprung;
    }

    /** For connections on which requests begin like this: half of a body has passed. */
    public static Supplier<Inspector> inRequests(String beginning, Trap half, Trap whole) {
        return () -> new RequestFinder(beginning, half, whole);
    }

    /** For connections on which mails are sent: a mail is whole. */
    public static Supplier<Inspector> afterMails(Trap trap) {
        return () -> new MailEndFinder(trap);
    }

    /** Something passes: what must be done about it, if it is its turn. */
    synchronized Optional<Runnable> passed() {
        if (left == 0 || --left > 0) {
            return Optional.empty();
        }
        return Optional.of(this::spring);
    }

    private void spring() {
        Runnable wanted;
        synchronized (this) {
            sprung = true;
            wanted = action;
        }
        wanted.run();
    }
}
