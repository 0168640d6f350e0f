package com.clinni.events;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clinic as it was when the event was published: who speaks, in which zone, and what it wants
 * when its channel fails.
 *
 * @param phone as patients dial it; it stands in the text, nobody sends to it
 * @param zone an IANA zone such as {@code Europe/Madrid}
 * @param language two letters: es, ca, gl, eu or en
 * @param fallbackAfter how long a line may be down before the fallback takes over
 * @param quietHours none when the clinic has none
 * @param smsAccents none from a publisher that does not know of it: {@link SmsAccents#KEEP}
 */
public record Clinic(
        String clinicId,
        String name,
        @Nullable String phone,
        @Nullable String address,
        ZoneId zone,
        String language,
        Channel channel,
        Fallback fallback,
        Duration fallbackAfter,
        @Nullable QuietHours quietHours,
        @Nullable SmsAccents smsAccents) {

    /** A clinic that has chosen nothing about accents in SMS. */
    public Clinic(
            String clinicId,
            String name,
            @Nullable String phone,
            @Nullable String address,
            ZoneId zone,
            String language,
            Channel channel,
            Fallback fallback,
            Duration fallbackAfter,
            @Nullable QuietHours quietHours) {
        this(
                clinicId,
                name,
                phone,
                address,
                zone,
                language,
                channel,
                fallback,
                fallbackAfter,
                quietHours,
                null);
    }
}
