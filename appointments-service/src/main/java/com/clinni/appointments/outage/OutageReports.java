package com.clinni.appointments.outage;

import com.clinni.appointments.Columns;
import com.clinni.appointments.Database;
import com.clinni.appointments.Sql;
import com.clinni.events.EventReader;
import com.clinni.events.OutageChanged;
import com.clinni.events.Reading.Read;
import com.clinni.events.Reading.Rejected;
import com.clinni.events.Topics;
import com.clinni.platform.intake.DeadLetterPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps what was told of outages, in the caller's transaction. */
@ApplicationScoped
class OutageReports {

    private static final EventReader<OutageChanged> READER =
            new EventReader<>(OutageChanged.class, Topics.OUTAGE_CHANGED);

    private static final String STORE = Sql.named("store-outages");

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
            keep(Columns.of(outages));
        }
    }

    private void keep(Columns<OutageChanged> outages) {
        database.update(
                STORE,
                outages.texts(OutageChanged::line),
                outages.instants(OutageChanged::beganAt),
                outages.instants(OutageChanged::endedAt),
                outages.texts(OutageChanged::cause));
    }
}
