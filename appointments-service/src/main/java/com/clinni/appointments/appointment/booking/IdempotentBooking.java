package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.appointment.ContentHash;
import com.clinni.appointments.appointment.booking.BookingResult.Done;
import com.clinni.appointments.appointment.booking.BookingResult.NotDone;
import com.clinni.appointments.appointment.booking.IdempotentAnswers.Earlier;
import com.clinni.platform.http.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Books under a key of the caller's choice, inside the caller's transaction. */
@ApplicationScoped
class IdempotentBooking {

    private final BookingHandler desk;
    private final IdempotentAnswers answers;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentBooking(
            BookingHandler desk, IdempotentAnswers answers, ObjectMapper json, Clock clock) {
        this.desk = desk;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    BookingResult book(String clinicId, String key, BookingBody body)
            throws JsonProcessingException {
        var hash = ContentHash.of(json.writeValueAsBytes(body));
        var earlier = answers.begin(clinicId, key, hash, clock.instant());
        if (earlier.isPresent()) {
            return again(earlier.get());
        }
        var result = desk.book(clinicId, body);
        switch (result) {
            case Done(var ignored, var answer) ->
                    answers.keep(clinicId, key, json.writeValueAsString(answer));
            case NotDone(var ignored) -> answers.discard(clinicId, key);
        }
        return result;
    }

    private BookingResult again(Earlier earlier) throws JsonProcessingException {
        return earlier.isSameRequest()
                ? new Done(true, json.readValue(earlier.answer(), BookingAnswer.class))
                : new NotDone(Problem.of(422, "IDEMPOTENCY_KEY_REUSED", "Idempotency-Key"));
    }
}
