package com.clinni.testbed.demo;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    Map<String, @Nullable Object> profile() {
        var profile = new LinkedHashMap<String, @Nullable Object>();
        profile.put("name", name);
        profile.put("phone", "+34 910 000 000");
        profile.put("address", "Calle Ficticia 1");
        profile.put("zone", zone.getId());
        profile.put("language", language);
        profile.put("account", "PRO");
        profile.put("channel", "WHATSAPP");
        profile.put("reminders", List.of(Map.of("before", "PT48H")));
        profile.put("fallback", fallback);
        profile.put("fallbackAfter", "PT0S");
        profile.put("quietHours", null);
        return profile;
    }
}
