package com.clinni.faultharness.run;

import com.clinni.testbed.run.Link;
import com.clinni.testbed.run.Service;
import java.time.Duration;

/**
 * The number of sends that can have been under way at a fault, by the slots that the services have.
 */
final class InFlightSends {

    private static final int BY_WHATSAPP = ShortTimes.WHATSAPP_SLOTS;

    /** Each slot for each of its two channels. */
    private static final int BY_FALLBACK = 2 * ShortTimes.FALLBACK_SLOTS;

    /** After so long the next sends have been tried over a link in trouble. */
    private static final Duration CALL = Duration.ofSeconds(3);

    private InFlightSends() {}

    static int of(Service service) {
        return switch (service) {
            case APPOINTMENTS, REMINDERS -> 0;
            case WHATSAPP -> BY_WHATSAPP;
            case FALLBACK -> BY_FALLBACK;
        };
    }

    static int byAll() {
        return BY_WHATSAPP + BY_FALLBACK;
    }

    static int of(Link link, Duration lasts) {
        var calls = 1 + (int) lasts.dividedBy(CALL);
        return switch (link) {
            case APPOINTMENTS_TO_KAFKA,
                    REMINDERS_TO_KAFKA,
                    WHATSAPP_TO_KAFKA,
                    FALLBACK_TO_KAFKA,
                    APPOINTMENTS_TO_POSTGRES,
                    REMINDERS_TO_POSTGRES ->
                    0;
            case WHATSAPP_TO_POSTGRES, GATEWAY_TO_WEBHOOK -> BY_WHATSAPP;
            case WHATSAPP_TO_GATEWAY -> calls * BY_WHATSAPP;
            case FALLBACK_TO_POSTGRES -> BY_FALLBACK;
            case FALLBACK_TO_SMS, FALLBACK_TO_SMTP -> calls * ShortTimes.FALLBACK_SLOTS;
        };
    }
}
