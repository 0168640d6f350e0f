package com.clinni.whatsapp.silence;

import com.clinni.whatsapp.line.LineConfig;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells a line that delivers nothing from one that is merely slow.
 *
 * @param after how long a message may go unconfirmed
 * @param suspectAfter how long a canary may, and a message before one is sent
 * @param exposure how many unconfirmed messages hold up the others
 */
public record SilenceRule(Duration after, Duration suspectAfter, int exposure) {

    /** Fewer in a row prove nothing: one message may have a trouble of its own. */
    private static final int A_FEW = 3;

    /** What is thought of a line. */
    public enum Verdict {
        WORKING,
        SUSPECTED,
        SILENT
    }

    /**
     * What can be seen of a line.
     *
     * @param exposed messages that may have been taken since the newest confirmed one was sent
     * @param unheard those of them that the gateway did accept
     * @param unheardSince when the first of these was accepted
     * @param recent how many of the last 20 accepted there are
     * @param confirmed how many of these are confirmed
     * @param oldest when the first unconfirmed one of these was accepted
     * @param canarySince when the canary after the newest confirmed message was accepted
     */
    public record Signs(
            int exposed,
            int unheard,
            @Nullable Instant unheardSince,
            int recent,
            int confirmed,
            @Nullable Instant oldest,
            @Nullable Instant canarySince) {}

    public static SilenceRule of(LineConfig config) {
        return new SilenceRule(
                config.silence().after(), config.silence().suspectAfter(), config.exposedAtMost());
    }

    public Verdict of(Signs signs, Instant now) {
        var fewConfirmed = 2 * signs.confirmed() < signs.recent();
        if (isOlder(signs.canarySince(), suspectAfter, now)
                || (fewConfirmed && isOlder(signs.oldest(), after, now))
                || (signs.unheard() >= A_FEW && isOlder(signs.unheardSince(), after, now))) {
            return Verdict.SILENT;
        }
        return signs.exposed() >= exposure || isOlder(signs.unheardSince(), suspectAfter, now)
                ? Verdict.SUSPECTED
                : Verdict.WORKING;
    }

    private static boolean isOlder(@Nullable Instant since, Duration age, Instant now) {
        return since != null && !since.plus(age).isAfter(now);
    }
}
