package com.clinni.whatsapp.gateway.waha;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version of WAHA, as {@code 2026.4.3}: a year, a month and a number of that month. */
record WahaVersion(int year, int month, int number) implements Comparable<WahaVersion> {

    private static final Pattern WRITTEN =
            Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\D.*)?");

    private static final Comparator<WahaVersion> ORDER =
            Comparator.comparingInt(WahaVersion::year)
                    .thenComparingInt(WahaVersion::month)
                    .thenComparingInt(WahaVersion::number);

    static Optional<WahaVersion> read(String written) {
        var parts = WRITTEN.matcher(written.strip());
        return parts.matches()
                ? Optional.of(
                        new WahaVersion(
                                Integer.parseInt(parts.group(1)),
                                Integer.parseInt(parts.group(2)),
                                parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(WahaVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "." + month + "." + number;
    }
}
