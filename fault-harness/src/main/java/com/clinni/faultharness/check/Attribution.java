package com.clinni.faultharness.check;

import com.clinni.faultharness.load.RecordedReminder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attributes each message that was seen to its reminder, by recipient and text. */
final class Attribution {

    private final Map<String, List<SeenMessage>> byReminder = new HashMap<>();
    private final List<Violation> strays = new ArrayList<>();

    Attribution(Evidence evidence) {
        var byAddress = byAddress(evidence.due());
        for (var message : evidence.seen()) {
            var theirs = byAddress.getOrDefault(message.to(), List.of());
            var meant = theirs.stream().filter(due -> due.isTheSubjectOf(message.text())).toList();
            if (meant.size() == 1) {
                byReminder
                        .computeIfAbsent(meant.getFirst().reminderId(), id -> new ArrayList<>())
                        .add(message);
            } else {
                strays.add(stray(message, theirs));
            }
        }
    }

    /** What patients saw of a reminder. */
    List<SeenMessage> of(RecordedReminder due) {
        return byReminder.getOrDefault(due.reminderId(), List.of());
    }

    List<Violation> strays() {
        return strays;
    }

    private static Violation stray(SeenMessage message, List<RecordedReminder> theirs) {
        var why =
                theirs.isEmpty()
                        ? message + " reached somebody to whom nothing was due"
                        : message + " has another reminder's words";
        return new Violation(
                ViolationKind.UNEXPECTED,
                theirs.isEmpty() ? message.id() : theirs.getFirst().reminderId(),
                why);
    }

    private static Map<String, List<RecordedReminder>> byAddress(List<RecordedReminder> dues) {
        var byAddress = new HashMap<String, List<RecordedReminder>>();
        for (var due : dues) {
            Stream.of(due.patient().phone(), due.patient().email())
                    .filter(address -> address != null)
                    .forEach(
                            address ->
                                    byAddress
                                            .computeIfAbsent(address, a -> new ArrayList<>())
                                            .add(due));
        }
        return byAddress;
    }
}
