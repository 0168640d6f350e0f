package com.clinni.testbed.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A clinic of the demo: a lead time of 48 hours and no quiet hours, so that tomorrow's visits are
 * due as soon as they are booked, at any hour of the day.
 *
 * @param agenda the file its day is imported from
 * @param fallback what it wants when WhatsApp cannot: NONE, EMAIL or SMS
 * @param smsCredit prepaid segments it buys
 */
record DemoClinic(
        String id,
        String name,
        ZoneId zone,
        String language,
        String agenda,
        String fallback,
        int smsCredit) {

    Map<String, Object> profile() {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("phone", "+34 910 000 000"),
                Map.entry("address", "Calle Ficticia 1"),
                Map.entry("zone", zone.getId()),
                Map.entry("language", language),
                Map.entry("account", "PRO"),
                Map.entry("channel", "WHATSAPP"),
                Map.entry("reminders", List.of(Map.of("before", "PT48H"))),
                Map.entry("fallback", fallback),
                Map.entry("fallbackAfter", "PT0S"));
    }
}
