package com.clinni.appointments.manual.link;

import com.clinni.appointments.clinic.ManualSending;
import com.clinni.events.contact.PhoneNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The program that a link opens. The shapes are WhatsApp's own: the number in digits with its
 * country code, the text percent-encoded.
 */
@Schema(name = "Opens")
enum LinkTarget {
    /** The device decides: the app where there is one, else WhatsApp Web. */
    DEVICE("https://wa.me/%s?text=%s"),
    WEB("https://web.whatsapp.com/send?phone=%s&text=%s"),
    APP("whatsapp://send?phone=%s&text=%s");

    private final String pattern;

    LinkTarget(String pattern) {
        this.pattern = pattern;
    }

    static LinkTarget by(ManualSending choice) {
        return switch (choice) {
            case AUTO -> DEVICE;
            case WEB -> WEB;
            case APP -> APP;
        };
    }

    String url(PhoneNumber to, String text) {
        return pattern.formatted(to.digits(), encoded(text));
    }

    /** A form's encoding but for the blank: WhatsApp shows its plus as a plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
