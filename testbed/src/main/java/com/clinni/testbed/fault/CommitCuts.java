package com.clinni.testbed.fault;

import com.clinni.testbed.fault.Inspector.Verdict;
import java.util.Random;

/**
 * Cuts database connections at their COMMIT: before the server gets it, or after the server did it
 * and before the client hears. May be shared by several proxies.
 */
public final class CommitCuts {

    /** On which side of the commit the connection is cut. */
    public enum Side {
        BEFORE,
        AFTER,
        EITHER
    }

    private static final Runnable NOTHING_MORE = () -> {};

    private final Random random;
    private Side side = Side.EITHER;
    private int left;
    private double probability;
    private int before;
    private int after;

    public CommitCuts(long seed) {
        random = new Random(seed);
    }

    /** Cuts the next so many commits, each on a side chosen at random. */
    public synchronized void cutNext(int commits) {
        cut(commits, 1, Side.EITHER);
    }

    /** Cuts so many more commits, each commit with this probability. */
    public synchronized void cut(int commits, double withProbability, Side where) {
        left = commits;
        probability = withProbability;
        side = where;
    }

    public synchronized void stop() {
        left = 0;
    }

    /** How many cuts are still to be made. */
    public synchronized int left() {
        return left;
    }

    /** How many commits never reached their server. */
    public synchronized int before() {
        return before;
    }

    /** How many commits were done without their client hearing of it. */
    public synchronized int after() {
        return after;
    }

    public synchronized int made() {
        return before + after;
    }

    /** For one connection's client. */
    public Inspector inspector() {
        var commits = new CommitFinder();
        return (bytes, length) -> commits.isIn(bytes, length) ? atCommit(length) : Verdict.GO_ON;
    }

    private synchronized Verdict atCommit(int length) {
        if (left == 0 || random.nextDouble() >= probability) {
            return Verdict.GO_ON;
        }
        left--;
        var isBefore =
                switch (side) {
                    case BEFORE -> true;
                    case AFTER -> false;
                    case EITHER -> random.nextBoolean();
                };
        if (isBefore) {
            before++;
            return new Verdict.Cut(0, NOTHING_MORE);
        }
        after++;
        return new Verdict.CutAtAnswer(length, NOTHING_MORE);
    }
}
