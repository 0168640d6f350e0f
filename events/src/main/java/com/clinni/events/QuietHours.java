package com.clinni.events;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours in which a clinic's patients must not hear from WhatsApp or SMS: local times of the
 * clinic, from inclusive, to exclusive; they may span midnight.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** One quiet time, from inclusive, to exclusive. */
    public record Interval(Instant from, Instant to) {}

    /** Whether this time of day is quiet. Equal ends mean never. */
    public boolean cover(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /**
     * When patients may hear again; empty at a moment that is not quiet. Where the clocks jump over
     * that time of day it is as long after the jump; where they pass it twice, the next of the two.
     */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        return touching(now, now, zone).stream().map(Interval::to).findFirst();
    }

    /** The quiet times from a moment to another, the earliest first, each as a whole. */
    public List<Interval> touching(Instant since, Instant until, ZoneId zone) {
        if (from.equals(to)) {
            return List.of();
        }
        var intervals = new ArrayList<Interval>();
        // the end of an earlier day's: whatever is quiet now began after it
        var begin = beginAfter(since.atZone(zone).minusDays(2).with(to).toInstant(), zone);
        while (!begin.isAfter(until)) {
            var end = endOf(begin, zone);
            if (end.isAfter(since)) {
                intervals.add(new Interval(begin, end));
            }
            begin = beginAfter(end, zone);
        }
        return intervals;
    }

    private Instant endOf(Instant begin, ZoneId zone) {
        var there = begin.atZone(zone);
        var today = there.with(to);
        return today.isAfter(there) ? today.toInstant() : nextDay(there, to);
    }

    /** A jump of the clocks, forward or back, may lead into quiet hours too. */
    private Instant beginAfter(Instant end, ZoneId zone) {
        var there = end.atZone(zone);
        var today = there.with(from);
        var tomorrow = nextDay(there, from);
        var jump =
                Optional.ofNullable(zone.getRules().nextTransition(end))
                        .map(transition -> transition.getInstant())
                        .filter(at -> cover(at.atZone(zone).toLocalTime()));
        return Stream.concat(
                        Stream.of(
                                today.toInstant(),
                                today.withLaterOffsetAtOverlap().toInstant(),
                                tomorrow),
                        jump.stream())
                .filter(at -> at.isAfter(end))
                .min(Comparator.naturalOrder())
                .orElse(tomorrow);
    }

    private static Instant nextDay(ZonedDateTime there, LocalTime time) {
        return there.toLocalDate().plusDays(1).atTime(time).atZone(there.getZone()).toInstant();
    }
}
