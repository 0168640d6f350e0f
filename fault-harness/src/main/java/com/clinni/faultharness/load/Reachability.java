package com.clinni.faultharness.load;

import java.util.random.RandomGenerator;

/** The channels over which a patient can be reached. */
enum Reachability {
    EVERYWHERE,
    NOT_ON_WHATSAPP,
    /** On WhatsApp, and the gateway answers with an error whenever it is to write there. */
    GATEWAY_FAILS,
    /** The gateway accepts messages for them, and WhatsApp refuses each a moment later. */
    REFUSED_LATER,
    LANDLINE,
    WITHOUT_EMAIL,
    /** Neither on WhatsApp nor with an address: an SMS or nothing. */
    BY_SMS_ONLY,
    WITHOUT_PHONE;

    private static final int OF = 100;

    /** Most people are reached in every way; where SMS is the second way, more need it. */
    static Reachability of(Policy policy, RandomGenerator random) {
        var drawn = random.nextInt(OF);
        return switch (policy) {
            case WHATSAPP_OR_SMS, WHATSAPP_OR_FEW_SMS ->
                    drawn < 30
                            ? NOT_ON_WHATSAPP
                            : drawn < 50
                                    ? BY_SMS_ONLY
                                    : drawn < 55
                                            ? LANDLINE
                                            : drawn < 70
                                                    ? WITHOUT_EMAIL
                                                    : drawn < 73
                                                            ? GATEWAY_FAILS
                                                            : drawn < 76
                                                                    ? REFUSED_LATER
                                                                    : EVERYWHERE;
            case WHATSAPP_OR_EMAIL ->
                    drawn < 6
                            ? NOT_ON_WHATSAPP
                            : drawn < 10
                                    ? LANDLINE
                                    : drawn < 13
                                            ? WITHOUT_PHONE
                                            : drawn < 25
                                                    ? WITHOUT_EMAIL
                                                    : drawn < 28
                                                            ? GATEWAY_FAILS
                                                            : drawn < 31
                                                                    ? REFUSED_LATER
                                                                    : EVERYWHERE;
            case WHATSAPP_ONLY ->
                    drawn < 5
                            ? LANDLINE
                            : drawn < 20 ? WITHOUT_EMAIL : drawn < 23 ? REFUSED_LATER : EVERYWHERE;
            case WHATSAPP_IN_QUIET_HOURS, EMAIL, SMS -> EVERYWHERE;
        };
    }
}
