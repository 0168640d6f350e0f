package com.clinni.platform.retention;

import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Objects to a start with times that nobody can mean: none at all, or ten years and more. */
@Singleton
class RetentionCheck implements StartCheck {

    private static final Period LONGEST = Period.ofYears(10);
    private static final int LARGEST_BATCH = 5_000;

    private final RetentionConfig config;

    RetentionCheck(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        var kept = new LinkedHashMap<String, Period>();
        kept.put("contact-data", config.contactData());
        kept.put("texts", config.texts());
        kept.put("record-bytes", config.recordBytes());
        kept.put("inbound", config.inbound());
        kept.put("history", config.history());
        kept.put("audit", config.audit());
        return Stream.of(lengths(kept), order(kept), batch()).flatMap(each -> each);
    }

    private static Stream<String> lengths(Map<String, Period> kept) {
        return kept.entrySet().stream()
                .filter(each -> isNonsense(each.getValue()))
                .map(
                        each ->
                                "retention.%s is %s: set it to a period from P1D to P10Y."
                                        .formatted(each.getKey(), each.getValue()));
    }

    private static boolean isNonsense(Period kept) {
        return days(kept) < 1 || days(kept) > days(LONGEST);
    }

    private Stream<String> order(Map<String, Period> kept) {
        var history = days(config.history());
        return Stream.of("contact-data", "texts", "record-bytes", "inbound")
                .filter(each -> days(kept.getOrDefault(each, Period.ZERO)) > history)
                .map(
                        each ->
                                "retention.%s is longer than retention.history: nothing outlives the row it stands in."
                                        .formatted(each));
    }

    private Stream<String> batch() {
        return config.batchSize() < 1 || config.batchSize() > LARGEST_BATCH
                ? Stream.of("retention.batch-size is from 1 to " + LARGEST_BATCH + ".")
                : Stream.empty();
    }

    private static long days(Period period) {
        return LocalDate.EPOCH.plus(period).toEpochDay();
    }
}
