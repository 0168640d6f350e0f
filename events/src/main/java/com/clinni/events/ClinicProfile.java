package com.clinni.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clinic as it is from {@code changedAt} on. Its topic is compacted: whoever reads it from the
 * beginning knows every clinic.
 *
 * @param version counts the clinic's changes; a lower one never overwrites what a higher one said
 * @param channel none when the clinic wants nothing sent
 * @param quietHours none when the clinic has none
 * @param smsMaxSegments how many segments an SMS of the clinic's own words may take; none from a
 *     publisher that does not know of it: three
 */
public record ClinicProfile(
        String clinicId,
        long version,
        Instant changedAt,
        String name,
        @Nullable String phone,
        @Nullable String address,
        ZoneId zone,
        String language,
        @Nullable Channel channel,
        Fallback fallback,
        Duration fallbackAfter,
        @Nullable QuietHours quietHours,
        @Nullable SmsAccents smsAccents,
        @Nullable Integer smsMaxSegments)
        implements Event {

    @Override
    public String topic() {
        return Topics.CLINIC_PROFILE;
    }

    @Override
    public String key() {
        return clinicId;
    }

    @Override
    public String id(int generation) {
        return clinicId + ":" + version;
    }

    /** The clinic as it stands in messages; empty when it wants nothing sent. */
    @JsonIgnore
    public Optional<Clinic> sending() {
        return Optional.ofNullable(channel)
                .map(
                        chosen ->
                                new Clinic(
                                        clinicId,
                                        name,
                                        phone,
                                        address,
                                        zone,
                                        language,
                                        chosen,
                                        fallback,
                                        fallbackAfter,
                                        quietHours,
                                        smsAccents));
    }
}
