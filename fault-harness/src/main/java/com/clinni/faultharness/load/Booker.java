package com.clinni.faultharness.load;

import com.clinni.testbed.client.Answer;
import com.clinni.testbed.client.Clinni;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Books, moves and cancels, each until it is acknowledged, and keeps what became due. */
record Booker(Clinni clinni, DueSet due, Clock clock) {

    List<RecordedReminder> book(Visit visit) {
        var key = UUID.randomUUID().toString();
        Map<String, Object> body =
                Map.of("patient", visit.patient().json(), "startsAt", visit.startsAt().toString());
        var answer = PersistentCalls.on(() -> clinni.book(visit.clinic().id(), body, key));
        return keep(visit, visit.startsAt(), answer, List.of());
    }

    /** Does with the visit what was planned for it. */
    void change(Visit visit, List<RecordedReminder> booked) {
        var appointment = booked.getFirst().appointmentId();
        switch (visit.change()) {
            case NONE -> {
                // it stays as it was booked
            }
            case MOVED -> {
                var start = visit.movedTo().atOffset(ZoneOffset.UTC);
                var answer =
                        PersistentCalls.on(
                                () -> clinni.move(visit.clinic().id(), appointment, start));
                due.withdraw(booked, clock.instant());
                keep(visit, visit.movedTo(), answer, booked);
            }
            case CANCELLED -> {
                PersistentCalls.on(() -> clinni.cancel(visit.clinic().id(), appointment));
                due.withdraw(booked, clock.instant());
            }
        }
    }

    /** Reminders that stand from before are withdrawn, whatever the answer says of them. */
    private List<RecordedReminder> keep(
            Visit visit, Instant startsAt, Answer answer, List<RecordedReminder> before) {
        var known = before.stream().map(RecordedReminder::reminderId).toList();
        var appointment = answer.body().path("appointmentId").asText();
        var reminders =
                StreamSupport.stream(answer.body().path("reminders").spliterator(), false)
                        .map(promise -> due(visit, appointment, startsAt, promise))
                        .filter(due -> !known.contains(due.reminderId()))
                        .toList();
        if (reminders.size() != 1) {
            throw new IllegalStateException(
                    "visit %s has %d reminders".formatted(appointment, reminders.size()));
        }
        reminders.forEach(due::add);
        return reminders;
    }

    private static RecordedReminder due(
            Visit visit, String appointment, Instant startsAt, JsonNode promise) {
        return new RecordedReminder(
                promise.path("reminderId").asText(),
                appointment,
                visit.clinic(),
                visit.patient(),
                startsAt,
                Instant.parse(promise.path("sendBefore").asText()),
                null);
    }
}
