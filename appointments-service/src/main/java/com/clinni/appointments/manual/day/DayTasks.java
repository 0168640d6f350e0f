package com.clinni.appointments.manual.day;

import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.task.OpenTask;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tasks on a clinic's day page: beside their visits, and those of other days or of no visit.
 */
record DayTasks(List<Task> all, Set<String> shown) {

    /**
     * One task, ready to be read.
     *
     * @param saidAt when, in words
     * @param day of its visit, if the clinic has one
     * @param visit when and whose, in words
     */
    record Task(
            UUID taskId,
            @Nullable String appointmentId,
            String words,
            String saidAt,
            boolean isEdited,
            boolean isAmbiguous,
            @Nullable LocalDate day,
            @Nullable String visit) {

        /** Says nothing: a patient's words stay out of logs. */
        @Override
        public String toString() {
            return "Task[" + taskId + "]";
        }
    }

    /**
     * @param shown the visits that the page has
     */
    static DayTasks of(List<OpenTask> open, Set<String> shown, ZoneId zone, PageLanguage language) {
        var when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(zone);
        return new DayTasks(
                open.stream()
                        .sorted(Comparator.comparing(OpenTask::saidAt))
                        .map(task -> task(task, zone, when))
                        .toList(),
                shown);
    }

    public List<Task> beside(String appointmentId) {
        return all.stream().filter(task -> appointmentId.equals(task.appointmentId())).toList();
    }

    /** Those whose visit is on another day, or nowhere. */
    public List<Task> elsewhere() {
        return all.stream()
                .filter(
                        task ->
                                task.appointmentId() == null
                                        || !shown.contains(task.appointmentId()))
                .toList();
    }

    private static Task task(OpenTask task, ZoneId zone, DateTimeFormatter when) {
        var startsAt = task.startsAt();
        return new Task(
                task.taskId(),
                task.appointmentId(),
                task.words(),
                when.format(task.saidAt()),
                task.isEdited(),
                task.isAmbiguous(),
                startsAt == null ? null : startsAt.atZone(zone).toLocalDate(),
                startsAt == null ? null : when.format(startsAt) + " · " + task.patient());
    }

    /** Says nothing: a patient's words stay out of logs. */
    @Override
    public String toString() {
        return "DayTasks[" + all.size() + "]";
    }
}
