package com.clinni.faultharness.load;

import java.util.Map;

/** A policy of the harness's clinics, with the SMS credit that belongs to it. */
public enum Policy {
    WHATSAPP_OR_EMAIL("WHATSAPP", "EMAIL", 0),
    WHATSAPP_OR_SMS("WHATSAPP", "SMS", 100_000),
    WHATSAPP_OR_FEW_SMS("WHATSAPP", "SMS", 6),
    WHATSAPP_ONLY("WHATSAPP", "NONE", 0),
    /** The whole day is quiet: nothing may come by WhatsApp, and e-mail may. */
    WHATSAPP_IN_QUIET_HOURS("WHATSAPP", "EMAIL", 0),
    EMAIL("EMAIL", "NONE", 0),
    SMS("SMS", "NONE", 100_000);

    private final String channel;
    private final String fallback;
    private final int credit;

    Policy(String channel, String fallback, int credit) {
        this.channel = channel;
        this.fallback = fallback;
        this.credit = credit;
    }

    /** Segments that a clinic of this kind buys; none is no account at all. */
    public int credit() {
        return credit;
    }

    public boolean startsWithWhatsApp() {
        return channel.equals("WHATSAPP");
    }

    /** Whether silence is what the clinic chose where its own channel cannot. */
    public boolean wantsNothingInstead() {
        return startsWithWhatsApp() && fallback.equals("NONE");
    }

    /** Whether patients may see something over {@code whatsapp}, {@code mail} or {@code sms}. */
    public boolean wants(String seenOver) {
        return switch (seenOver) {
            case "whatsapp" -> startsWithWhatsApp();
            case "mail" -> !wantsNothingInstead();
            case "sms" -> channel.equals("SMS") || fallback.equals("SMS");
            default -> false;
        };
    }

    Map<String, Object> profile() {
        return Map.of("channel", channel, "fallback", fallback);
    }
}
