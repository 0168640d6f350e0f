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
import com.clinni.reminders.request.ReceivedRequest;
import com.clinni.reminders.request.RememberedRequests;
import com.clinni.reminders.request.RememberedRequests.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Renders requested messages whose clinic is known. */
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

    /**
     * Renders and publishes those whose clinic is known, and those that nobody can use.
     *
     * @return those whose clinic is not known: nothing became of them
     */
    List<ReceivedRequest> render(Iterable<ConsumerRecord<String, byte[]>> records) {
        var unreadable = new ArrayList<RenderTask>();
        var readable = new ArrayList<ReceivedRequest>();
        for (var record : records) {
            switch (reader.read(record.headers(), record.value())) {
                case Reading.Read<MessageRequested>(var request) ->
                        readable.add(ReceivedRequest.of(record, request));
                case Reading.Rejected<MessageRequested>(var cause, var field) ->
                        unreadable.add(refused(record, cause, field));
            }
        }
        if (!unreadable.isEmpty()) {
            batches.render(unreadable);
        }
        return renderReadable(readable);
    }

    /** Those whose clinic nobody told of in all that time. */
    void giveUp(List<ReceivedRequest> unknown) {
        renderAndGiveUp(
                unknown,
                unknown.stream()
                        .map(each -> refused(each.source(), Cause.UNKNOWN_CLINIC, "clinicId"))
                        .toList());
    }

    private List<ReceivedRequest> renderReadable(List<ReceivedRequest> readable) {
        var before = requests.of(readable.stream().map(ReceivedRequest::id).toList());
        var profiles = clinics.of(readable.stream().map(ReceivedRequest::clinicId).toList());
        var unusable = new ArrayList<ReceivedRequest>();
        var usable = new ArrayList<ReceivedRequest>();
        var unknown = new ArrayList<ReceivedRequest>();
        var conflicting = new ArrayList<RenderTask>();
        for (var asked : readable) {
            var first = before.get(asked.id());
            if (first != null && first.isOther(asked.request())) {
                conflicting.add(conflict(asked));
            } else if (check.fault(asked.request()).isPresent()) {
                unusable.add(asked);
            } else {
                (profiles.containsKey(asked.clinicId()) ? usable : unknown).add(asked);
            }
        }
        if (!conflicting.isEmpty()) {
            batches.render(conflicting);
        }
        renderAndGiveUp(unusable, unusable.stream().map(this::fault).toList());
        renderUsable(usable, profiles);
        return unknown;
    }

    private void renderUsable(List<ReceivedRequest> usable, Map<String, ClinicProfile> profiles) {
        var remembered = requests.remember(usable, profiles, clock.instant());
        renderAndGiveUp(
                usable.stream().map(each -> each.as(known(each, remembered).generation())).toList(),
                usable.stream().map(each -> task(each, known(each, remembered))).toList());
    }

    /** Every request that was to be remembered is. */
    private static Remembered known(ReceivedRequest asked, Map<UUID, Remembered> remembered) {
        return Objects.requireNonNull(remembered.get(asked.id()), "a request was not remembered");
    }

    /** What became a dead letter under its own id may be asked for again. */
    private void renderAndGiveUp(List<ReceivedRequest> asked, List<RenderTask> tasks) {
        if (asked.isEmpty()) {
            return;
        }
        var renderings = batches.render(tasks);
        var givenUp = new ArrayList<ReceivedRequest>();
        for (var i = 0; i < renderings.size(); i++) {
            if (renderings.get(i) instanceof Rendering.Refused(var cause, var _)
                    && cause != Cause.CONFLICT) {
                givenUp.add(asked.get(i));
            }
        }
        requests.giveUp(givenUp, clock.instant());
    }

    private RenderTask task(ReceivedRequest asked, Remembered first) {
        var request = asked.request();
        if (first.isOther(request)) {
            return conflict(asked);
        }
        return Objects.requireNonNull(first.profile(), "a usable request without its clinic")
                .sending()
                .<RenderTask>map(
                        clinic ->
                                new RenderTask.Pending(
                                        asked.source(),
                                        Draft.of(request, first.generation(), clinic)))
                .orElseGet(
                        () ->
                                new RenderTask.Settled(
                                        asked.source(), notWanted(request, first.generation())));
    }

    private RenderTask fault(ReceivedRequest asked) {
        return new RenderTask.Settled(asked.source(), check.fault(asked.request()).orElseThrow());
    }

    private Rendering notWanted(MessageRequested request, int generation) {
        return new Rendering.NotWanted(
                new DeliveryReported(
                        request.reminderId(),
                        request.messageId(),
                        0,
                        request.clinicId(),
                        generation,
                        1,
                        clock.instant(),
                        DeliveryState.NOT_WANTED,
                        null,
                        0,
                        null,
                        "clinic-sends-nothing",
                        false));
    }

    private static RenderTask conflict(ReceivedRequest asked) {
        return refused(asked.source(), Cause.CONFLICT, "messageId");
    }

    private static RenderTask refused(
            ConsumerRecord<String, byte[]> record, Cause cause, String field) {
        return new RenderTask.Settled(record, new Rendering.Refused(cause, field));
    }
}
