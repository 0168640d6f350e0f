package com.clinni.fallback.credit;

/** The number of segments that one claim may begin, limited by the provider's own balance. */
public final class Allowance {

    private long room;
    private final boolean stopped;

    private Allowance(long room, boolean stopped) {
        this.room = room;
        this.stopped = stopped;
    }

    /** The clinics' own credit is the only limit. */
    static Allowance unlimited() {
        return new Allowance(Long.MAX_VALUE, false);
    }

    static Allowance of(long segments) {
        return new Allowance(segments, false);
    }

    /** The provider's balance is something we do not understand. */
    static Allowance stopped() {
        return new Allowance(0, true);
    }

    /** Whether nothing may leave until the provider tells a balance. */
    public boolean isStopped() {
        return stopped;
    }

    public boolean covers(int segments) {
        return segments <= room;
    }

    public void use(int segments) {
        room -= segments;
    }

    /** Why it does not cover more, for reports. */
    public String reason() {
        return stopped ? "PROVIDER_BALANCE_UNKNOWN" : "PROVIDER_BALANCE";
    }
}
