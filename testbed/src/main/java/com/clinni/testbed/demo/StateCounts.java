package com.clinni.testbed.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Counts of a clinic's reminders by state, read from the system's own timelines.
 *
 * @param inDoubt somebody is still finding out
 * @param doubtClosed nobody could find out
 */
record StateCounts(
        int booked,
        int whatsapp,
        int email,
        int sms,
        int nothingByChoice,
        int inDoubt,
        int doubtClosed,
        int undelivered,
        int underWay) {

    private static final Set<String> SENT = Set.of("SENT", "DELIVERED", "READ");

    static StateCounts of(List<JsonNode> reminders) {
        int whatsapp = 0,
                email = 0,
                sms = 0,
                nothing = 0,
                doubt = 0,
                closed = 0,
                undelivered = 0,
                open = 0;
        for (var reminder : reminders) {
            var state = reminder.path("state").asText();
            if (SENT.contains(state)) {
                switch (reminder.path("channel").asText()) {
                    case "WHATSAPP" -> whatsapp++;
                    case "EMAIL" -> email++;
                    case "SMS" -> sms++;
                    default -> open++;
                }
            } else if (state.equals("IN_DOUBT")) {
                doubt++;
            } else if (state.equals("DOUBT_CLOSED")) {
                closed++;
            } else if (state.equals("SKIPPED")) {
                nothing++;
            } else if (state.equals("NOT_DELIVERED")) {
                undelivered++;
            } else {
                open++;
            }
        }
        return new StateCounts(
                reminders.size(), whatsapp, email, sms, nothing, doubt, closed, undelivered, open);
    }

    StateCounts plus(StateCounts other) {
        return new StateCounts(
                booked + other.booked,
                whatsapp + other.whatsapp,
                email + other.email,
                sms + other.sms,
                nothingByChoice + other.nothingByChoice,
                inDoubt + other.inDoubt,
                doubtClosed + other.doubtClosed,
                undelivered + other.undelivered,
                underWay + other.underWay);
    }

    @Override
    public String toString() {
        return "WhatsApp %d · e-mail %d · SMS %d · nothing by choice %d · in doubt %d · undelivered %d · under way %d"
                .formatted(
                        whatsapp,
                        email,
                        sms,
                        nothingByChoice,
                        inDoubt + doubtClosed,
                        undelivered,
                        underWay);
    }
}
