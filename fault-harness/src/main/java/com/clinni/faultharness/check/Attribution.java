package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which reminder each seen message is, by whom it reached and what it says. */
final class Attribution {

    private final Map<String, List<Seen>> byReminder = new HashMap<>();
    private final List<Finding> strays = new ArrayList<>();

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
    List<Seen> of(Due due) {
        return byReminder.getOrDefault(due.reminderId(), List.of());
    }

    List<Finding> strays() {
        return strays;
    }

    private static Finding stray(Seen message, List<Due> theirs) {
        var why =
                theirs.isEmpty()
                        ? message + " reached somebody to whom nothing was due"
                        : message + " has another reminder's words";
        return new Finding(
                Kind.UNEXPECTED,
                theirs.isEmpty() ? message.id() : theirs.getFirst().reminderId(),
                why);
    }

    private static Map<String, List<Due>> byAddress(List<Due> dues) {
        var byAddress = new HashMap<String, List<Due>>();
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
