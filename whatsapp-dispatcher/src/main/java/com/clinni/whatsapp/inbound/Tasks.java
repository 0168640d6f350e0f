package com.clinni.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.clinni.events.TaskRaised;
import com.clinni.events.kafka.Publication;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.outbox.Outbox;
import com.clinni.whatsapp.message.Origins;
import com.clinni.whatsapp.reply.Correspondence.PreviousMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Tells clinics what a patient wrote to the automatic number. Nothing is cancelled by it. */
@ApplicationScoped
class Tasks {

    private static final Sql ADD = Sql.named("inbound/add-tasks");

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    Tasks(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One for each clinic that may be meant. */
    List<TaskRaised> of(UnansweredMessage one, Correspondents who) {
        var day = LocalDate.ofInstant(clock.instant(), who.zone());
        var ambiguous = who.messages().size() > 1;
        return who.messages().stream().map(to -> task(one, to, day, ambiguous)).toList();
    }

    /**
     * Publishes those that were not told today or are in new words, in the caller's transaction.
     */
    void raise(List<TaskRaised> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        var columns =
                Columns.of(tasks)
                        .put("ids", TaskRaised::taskId)
                        .put("clinicIds", TaskRaised::clinicId)
                        .with("now", clock.instant());
        var fresh = new HashSet<>(database.query(ADD, columns.map(), row -> row.uuid("id")));
        outbox.add(
                tasks.stream()
                        .filter(task -> fresh.remove(task.taskId()) || task.editedAt() != null)
                        .map(task -> Publication.of(task, Origins.SOURCE, task.at()))
                        .toList());
    }

    private static TaskRaised task(
            UnansweredMessage one, PreviousMessage to, LocalDate day, boolean ambiguous) {
        var kind = TaskRaised.Kind.CANCEL_ASKED;
        var name =
                String.join(
                        "|",
                        kind.name(),
                        to.clinic().clinicId(),
                        to.appointmentId(),
                        day.toString());
        var visit = to.isAboutVisit() ? to.appointmentId() : null;
        return new TaskRaised(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                to.clinic().clinicId(),
                visit,
                to.patientId(),
                kind,
                one.writtenAt(),
                one.editedAt(),
                beginning(one.text()),
                ambiguous);
    }

    /** Never half a character. */
    private static String beginning(String text) {
        var length = Math.min(text.length(), TaskRaised.LONGEST_TEXT);
        var cut = length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, cut ? length - 1 : length);
    }
}
