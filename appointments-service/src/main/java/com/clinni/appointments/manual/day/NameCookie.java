package com.clinni.appointments.manual.day;

import com.clinni.appointments.StorableText;
import com.clinni.appointments.manual.sent.SentByHandReports;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The name that somebody gave on a day's page, kept by the browser until it is closed. */
final class NameCookie {

    static final String NAME = "by";

    private NameCookie() {}

    /** For this clinic's page and no script. */
    static NewCookie of(String clinicId, String by) {
        return new NewCookie.Builder(NAME)
                .value(URLEncoder.encode(by, StandardCharsets.UTF_8))
                .path("/clinics/" + clinicId + "/day")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** What a browser sent back, or nothing: whatever cannot have come from here is ignored. */
    static String read(@Nullable String value) {
        if (value == null) {
            return "";
        }
        try {
            var by = URLDecoder.decode(value, StandardCharsets.UTF_8);
            return by.length() <= SentByHandReports.LONGEST_NAME && StorableText.is(by) ? by : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
