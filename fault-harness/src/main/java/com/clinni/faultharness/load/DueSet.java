package com.clinni.faultharness.load;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The set of reminders that the system acknowledged to be due: the harness's own books, in memory
 * and in a file that a later run can read.
 */
public final class DueSet implements AutoCloseable {

    private final Map<String, RecordedReminder> byReminder = new ConcurrentHashMap<>();
    private final DueFile file;

    /** What the file holds already is due as well. */
    public DueSet(Path path) {
        DueFile.read(path).forEach(due -> byReminder.put(due.reminderId(), due));
        file = new DueFile(path);
    }

    void add(RecordedReminder due) {
        file.append(due);
        byReminder.put(due.reminderId(), due);
    }

    /** From now on none of the visit's reminders so far may be sent. */
    void withdraw(List<RecordedReminder> reminders, Instant acknowledgedAt) {
        reminders.stream()
                .map(due -> byReminder.getOrDefault(due.reminderId(), due))
                .filter(due -> !due.isWithdrawn())
                .forEach(due -> add(due.withdrawn(acknowledgedAt)));
    }

    public List<RecordedReminder> all() {
        return List.copyOf(byReminder.values());
    }

    public int size() {
        return byReminder.size();
    }

    @Override
    public void close() {
        file.close();
    }
}
