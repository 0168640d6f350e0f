package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.ClinicProfile;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.EventReader;
import com.clinni.events.MessageRequested;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.reminders.clinic.ClinicProfiles;
import com.clinni.reminders.request.RememberedRequests;
import com.clinni.reminders.request.RememberedRequests.Known;
import com.clinni.reminders.request.RememberedRequests.Remembered;
import com.clinni.reminders.request.WaitingRequests.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Renders what other services ask for, as far as its clinics are known. */
@ApplicationScoped
class RequestRenderer {

    private final EventReader<MessageRequested> reader =
            new EventReader<>(MessageRequested.class, Topics.MESSAGE_REQUESTED);
    private final RequestCheck check;
    private final ClinicProfiles clinics;
    private final RememberedRequests requests;
    private final BatchRenderer batches;
    private final Clock clock;

    RequestRenderer(
            RequestCheck check,
            ClinicProfiles clinics,
            RememberedRequests requests,
            BatchRenderer batches,
            Clock clock) {
        this.check = check;
        this.clinics = clinics;
        this.requests = requests;
        this.batches = batches;
        this.clock = clock;
    }

    /** A readable request and the record it came in. */
    private record Asked(ConsumerRecord<String, byte[]> source, MessageRequested request) {}

    /**
     * Renders and publishes those whose clinic is known, and those that nobody can use.
     *
     * @return those whose clinic is not known: nothing became of them
     */
    List<Waiting> render(Iterable<ConsumerRecord<String, byte[]>> records) {
        var manuscripts = new ArrayList<Manuscript>();
        var asked = new ArrayList<Asked>();
        for (var record : records) {
            switch (read(record)) {
                case Reading.Read<MessageRequested>(var request) ->
                        asked.add(new Asked(record, request));
                case Reading.Rejected<MessageRequested>(var cause, var field) ->
                        manuscripts.add(refused(record, cause, field));
            }
        }
        var profiles = clinics.of(asked.stream().map(a -> a.request().clinicId()).toList());
        var isKnown = partition(asked, profiles);
        var remembered = remember(isKnown.known(), profiles);
        isKnown.known().forEach(each -> manuscripts.add(manuscript(each, remembered)));
        if (!manuscripts.isEmpty()) {
            batches.render(manuscripts);
        }
        return isKnown.unknown();
    }

    /** Those whose clinic nobody told of in all that time. */
    void giveUp(List<Waiting> requests) {
        batches.render(
                requests.stream()
                        .map(each -> refused(each.source(), Cause.UNKNOWN_CLINIC, "clinicId"))
                        .toList());
    }

    private Reading<MessageRequested> read(ConsumerRecord<String, byte[]> record) {
        var reading = reader.read(record.headers(), record.value());
        return reading instanceof Reading.Read<MessageRequested>(var request)
                ? check.fault(request)
                        .<Reading<MessageRequested>>map(
                                why -> new Reading.Rejected<>(why.cause(), why.field()))
                        .orElse(reading)
                : reading;
    }

    private record Partition(List<Asked> known, List<Waiting> unknown) {}

    private static Partition partition(List<Asked> asked, Map<String, ClinicProfile> profiles) {
        var known = new ArrayList<Asked>();
        var unknown = new ArrayList<Waiting>();
        for (var each : asked) {
            var clinicId = each.request().clinicId();
            if (profiles.containsKey(clinicId)) {
                known.add(each);
            } else {
                unknown.add(new Waiting(each.source(), clinicId));
            }
        }
        return new Partition(known, unknown);
    }

    private Map<UUID, Remembered> remember(List<Asked> known, Map<String, ClinicProfile> profiles) {
        return requests.remember(
                known.stream()
                        .map(
                                each ->
                                        new Known(
                                                each.request(),
                                                profiles.get(each.request().clinicId())))
                        .toList(),
                clock.instant());
    }

    private Manuscript manuscript(Asked asked, Map<UUID, Remembered> remembered) {
        var request = asked.request();
        var first = remembered.get(request.reminderId());
        if (!first.isOf(request)) {
            return refused(asked.source(), Cause.CONFLICT, "messageId");
        }
        return first.profile()
                .sending()
                .<Manuscript>map(
                        clinic ->
                                new Manuscript.ToRender(asked.source(), Draft.of(request, clinic)))
                .orElseGet(() -> new Manuscript.Settled(asked.source(), notWanted(asked)));
    }

    private Rendering notWanted(Asked asked) {
        var request = asked.request();
        return new Rendering.NotWanted(
                new DeliveryReported(
                        request.reminderId(),
                        request.messageId(),
                        0,
                        request.clinicId(),
                        RenderedRecord.generationOf(asked.source()),
                        1,
                        clock.instant(),
                        DeliveryState.NOT_WANTED,
                        null,
                        0,
                        null,
                        "clinic-sends-nothing",
                        false));
    }

    private static Manuscript refused(
            ConsumerRecord<String, byte[]> record, Cause cause, String field) {
        return new Manuscript.Settled(record, new Rendering.Refused(cause, field));
    }
}
