package com.clinni.faultharness.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of reminders and messages that a result is about. */
public record VerdictCounts(
        int due,
        int withdrawn,
        int whatsapp,
        int mail,
        int sms,
        int flagged,
        int needAttention,
        int expired,
        DoubtStatistics doubts) {

    static VerdictCounts of(Evidence evidence) {
        var shown = evidence.shown().values();
        return new VerdictCounts(
                evidence.due().size(),
                (int) evidence.due().stream().filter(due -> due.isWithdrawn()).count(),
                seen(evidence, "whatsapp"),
                seen(evidence, "mail"),
                seen(evidence, "sms"),
                (int) shown.stream().filter(TimelineReminder::isFlagged).count(),
                (int) shown.stream().filter(s -> s.state().equals("NOT_DELIVERED")).count(),
                (int) shown.stream().filter(s -> s.state().equals("EXPIRED")).count(),
                DoubtStatistics.in(shown));
    }

    /** For a report or a state file, in order. */
    public Map<String, Integer> asMap() {
        var map = new LinkedHashMap<String, Integer>();
        map.put("due", due);
        map.put("withdrawn", withdrawn);
        map.put("whatsapp", whatsapp);
        map.put("mail", mail);
        map.put("sms", sms);
        map.put("flagged", flagged);
        map.put("needAttention", needAttention);
        map.put("expired", expired);
        map.put("doubts", doubts.all());
        map.put("doubtsClassified", doubts.classified());
        map.put("doubtsResolved", doubts.resolved());
        return map;
    }

    private static int seen(Evidence evidence, String channel) {
        return (int) evidence.seen().stream().filter(s -> s.channel().equals(channel)).count();
    }
}
