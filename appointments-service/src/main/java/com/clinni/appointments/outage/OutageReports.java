package com.clinni.appointments.outage;

import com.clinni.events.EventReader;
import com.clinni.events.OutageChanged;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.Topics;
import com.clinni.platform.database.Columns;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.intake.DeadLetterPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stores the outages that whatsapp-dispatcher reports, in the caller's transaction. */
@ApplicationScoped
class OutageReports {

    private static final EventReader<OutageChanged> READER =
            new EventReader<>(OutageChanged.class, Topics.OUTAGE_CHANGED);

    private static final Sql STORE = Sql.named("outages/store");

    private final Database database;
    private final DeadLetterPublisher deadLetters;

    OutageReports(Database database, DeadLetterPublisher deadLetters) {
        this.database = database;
        this.deadLetters = deadLetters;
    }

    void store(List<ConsumerRecord<String, byte[]>> records) {
        var outages = new ArrayList<OutageChanged>();
        for (var record : records) {
            switch (READER.read(record.headers(), record.value())) {
                case Read<OutageChanged>(var outage) -> outages.add(outage);
                case Rejected<OutageChanged>(var cause, var field) ->
                        deadLetters.bury(record, cause, field);
            }
        }
        if (!outages.isEmpty()) {
            database.update(
                    STORE,
                    Columns.of(outages)
                            .put("lines", OutageChanged::line)
                            .put("beginnings", OutageChanged::beganAt)
                            .put("ends", OutageChanged::endedAt)
                            .put("causes", OutageChanged::cause)
                            .map());
        }
    }
}
