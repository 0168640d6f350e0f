package com.clinni.testbed.simulator.sms;

import com.clinni.testbed.simulator.http.HttpAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account at the SMS provider, in segments, and its answer to {@code GET /balance}. It can lie,
 * charge more than an SMS has, answer oddly or not at all.
 */
public final class SmsAccount {

    /** More than any test sends. */
    private static final long PLENTY = 1_000_000;

    private Terms terms = new Terms(PLENTY, 0, null, false);
    private long left = PLENTY;

    /**
     * How the account behaves.
     *
     * @param segments what is left from now on, if that is to change
     * @param extraPerSms what each SMS is charged beyond its segments
     * @param answer what is answered with status 200 instead of the balance, as it is
     * @param hangs whether the balance is never answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(
            @Nullable Long segments, int extraPerSms, @Nullable String answer, boolean hangs) {

        /** An honest account with so many segments. */
        public static Terms left(long segments) {
            return new Terms(segments, 0, null, false);
        }

        public static Terms answering(String text) {
            return new Terms(null, 0, text, false);
        }

        public Terms charging(int extra) {
            return new Terms(segments, extra, answer, hangs);
        }
    }

    /** From now on. */
    public synchronized void behave(Terms wanted) {
        terms = wanted;
        left = wanted.segments() == null ? left : wanted.segments();
    }

    /** In segments. */
    public synchronized long left() {
        return left;
    }

    public synchronized Terms terms() {
        return new Terms(left, terms.extraPerSms(), terms.answer(), terms.hangs());
    }

    /** False when it is not covered, and then nothing is charged. */
    synchronized boolean charge(int segments) {
        var price = segments + terms.extraPerSms();
        if (left < price) {
            return false;
        }
        left -= price;
        return true;
    }

    synchronized HttpAnswer tell() {
        if (terms.hangs()) {
            return HttpAnswer.NEVER;
        }
        return terms.answer() == null
                ? HttpAnswer.json(200, Map.of("segments", left))
                : HttpAnswer.text(terms.answer());
    }
}
