package com.clinni.testbed.simulator.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A mode with what it needs.
 *
 * @param millis how late {@link Mode#SLOW} answers
 * @param numbers who is not on WhatsApp, E.164; a mode may be told besides what it is about
 * @param error what {@link Mode#ERROR_500} and {@link Mode#UNDELIVERED} name as the phone network's
 *     error, e.g. 463
 * @param share of the calls that are treated so, from 0 to 1, the others being treated well; all,
 *     unless it is said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        Mode mode,
        @Nullable Long millis,
        @Nullable List<String> numbers,
        @Nullable Integer error,
        @Nullable Double share) {

    public static final Behaviour OK = of(Mode.OK);

    private static final Set<Mode> OF_THE_WHOLE_CHANNEL = EnumSet.of(Mode.DOWN, Mode.SESSION_LOST);
    private static final long LONGEST_MILLIS = 600_000;

    public Behaviour {
        if (mode == null) {
            throw new IllegalArgumentException("A mode is needed.");
        }
        if (mode == Mode.SLOW && (millis == null || millis < 0 || millis > LONGEST_MILLIS)) {
            throw new IllegalArgumentException(
                    "SLOW needs millis between 0 and " + LONGEST_MILLIS + ".");
        }
        if (mode == Mode.NOT_ON_WHATSAPP && (numbers == null || numbers.isEmpty())) {
            throw new IllegalArgumentException("NOT_ON_WHATSAPP needs numbers.");
        }
        if (share != null && (share < 0 || share > 1 || OF_THE_WHOLE_CHANNEL.contains(mode))) {
            throw new IllegalArgumentException(
                    "A share is between 0 and 1, and of calls: neither DOWN nor SESSION_LOST.");
        }
        numbers = numbers == null ? null : List.copyOf(numbers);
    }

    /** Whoever calls is treated so. */
    public Behaviour(
            Mode mode,
            @Nullable Long millis,
            @Nullable List<String> numbers,
            @Nullable Integer error) {
        this(mode, millis, numbers, error, null);
    }

    public static Behaviour of(Mode mode) {
        return new Behaviour(mode, null, null, null);
    }

    public static Behaviour slow(long millis) {
        return new Behaviour(Mode.SLOW, millis, null, null);
    }

    public static Behaviour notOnWhatsApp(String... numbers) {
        return new Behaviour(Mode.NOT_ON_WHATSAPP, null, List.of(numbers), null);
    }

    /** Only so many calls, chosen at random. */
    public Behaviour forShare(double ofCalls) {
        return new Behaviour(mode, millis, numbers, error, ofCalls);
    }

    /** How this one call is treated. */
    public Behaviour thisTime() {
        return share == null || ThreadLocalRandom.current().nextDouble() < share ? this : OK;
    }

    public boolean is(Mode other) {
        return mode == other;
    }

    public boolean excludes(String number) {
        return numbers != null
                && numbers.stream().anyMatch(n -> Phones.digits(n).equals(Phones.digits(number)));
    }

    /** Makes a slow channel's caller wait. */
    public void delay() throws InterruptedException {
        if (is(Mode.SLOW) && millis != null) {
            Thread.sleep(millis);
        }
    }
}
