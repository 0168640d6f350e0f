package com.clinni.whatsapp.message;

import static com.clinni.events.DeliveryState.WAITING;
import static com.clinni.events.DeliveryState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When WhatsApp gives up, line by line. Every message is due at 12:00 and worthless from 15:00. */
class GiveUpPolicyTest {

    private static final Duration LAST_CALL = Duration.ofMinutes(10);

    @ParameterizedTest(name = "{0}, withdrawn {1}, opted out {2}: {3} {4}")
    @CsvSource({
        "NONE,  false, false, DEAD, NOT_ON_WHATSAPP", // the clinic's policy decides what then
        "EMAIL, false, false, DEAD, NOT_ON_WHATSAPP",
        "EMAIL, false, true,  SUPPRESSED,",
        "EMAIL, true,  false, WITHDRAWN,",
        "EMAIL, true,  true,  WITHDRAWN,",
    })
    void refused_for_good(
            Fallback fallback, boolean withdrawn, boolean out, DeliveryState ends, Cause cause) {
        var message = message(fallback, withdrawn, out);
        assertThat(GiveUpPolicy.refused(message, Cause.NOT_ON_WHATSAPP))
                .returns(ends, Decision::state)
                .returns(cause, Decision::cause)
                .returns(false, Decision::possibleDuplicate);
    }

    @ParameterizedTest(name = "withdrawn {0}, opted out {1}: {2} {3}")
    @CsvSource({
        "false, false, WAITING, RATE_LIMITED",
        "false, true,  WAITING, RATE_LIMITED", // taken out of the queue as what waits is
        "true,  false, WITHDRAWN,",
    })
    void not_sent_and_it_may_pass(
            boolean withdrawn, boolean out, DeliveryState becomes, Cause cause) {
        var message = message(Fallback.EMAIL, withdrawn, out);
        assertThat(GiveUpPolicy.notSent(message, Cause.RATE_LIMITED, null))
                .returns(becomes, Decision::state)
                .returns(cause, Decision::cause);
    }

    @ParameterizedTest(name = "{0}, reaches {1}, withdrawn {2}, opted out {3}: {4}")
    @CsvSource({
        "EMAIL, true,  false, false, DEAD",
        "EMAIL, false, false, false, WAITING", // a fallback that nobody can receive is none
        "NONE,  true,  false, false, WAITING",
        "EMAIL, true,  true,  false, WITHDRAWN",
        "NONE,  true,  true,  false, WITHDRAWN",
        "NONE,  true,  false, true,  SUPPRESSED",
    })
    void its_number_alone_cannot_be_written_to(
            Fallback fallback,
            boolean reaches,
            boolean withdrawn,
            boolean out,
            DeliveryState ends) {
        var decided = GiveUpPolicy.unsendable(message(fallback, reaches, withdrawn, out));
        assertThat(decided)
                .returns(ends, Decision::state)
                .returns(false, Decision::possibleDuplicate);
        if (ends == DeliveryState.DEAD || ends == WAITING) {
            assertThat(decided.cause()).isEqualTo(Cause.REFUSED_BY_PROVIDER);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"14:59:59, ", "15:00:00, EXPIRED"})
    void send_before_has_passed(LocalTime now, DeliveryState ends) {
        var decided = GiveUpPolicy.late(message(Fallback.NONE, false, false), at(now));
        assertThat(decided.map(Decision::state)).isEqualTo(Optional.ofNullable(ends));
    }

    /** Its clinic lets a line be down for 15 minutes. */
    @ParameterizedTest(
            name = "{0}: policy {1}, down since {2}, held until {3}, tried {4}, {5}, at {6}")
    @CsvSource({
        "for as long as allowed since it was due,        EMAIL, 11:00, , false, , 12:14:59, ",
        "for as long as allowed since it was due,        EMAIL, 11:00, , false, , 12:15:00, DEAD",
        "for as long as allowed since the outage began,  EMAIL, 13:00, , false, , 13:14:59, ",
        "for as long as allowed since the outage began,  SMS,   13:00, , false, , 13:15:00, DEAD",
        "quiet hours do not count,                 EMAIL, 11:00, 13:00, false, , 13:14:59, ",
        "quiet hours do not count,                 EMAIL, 11:00, 13:00, false, , 13:15:00, DEAD",
        "nothing is decided in quiet hours,        EMAIL, 11:00, , false, QUIET, 12:30:00, ",
        "nothing takes its place,                  NONE,  11:00, , true, , 14:59:00, ",
        "nobody can receive what takes its place,  EMAIL, 11:00, , true, ALONE, 14:49:59, ",
        "nobody can receive what takes its place,  EMAIL, 11:00, , true, ALONE, 14:50:00, DEAD",
        "nobody can receive it on a line that works, EMAIL, , , true, ALONE, 14:50:00, DEAD",
        "nobody can receive it and it was not tried, EMAIL, , , false, ALONE, 14:59:00, ",
        "the person said wait,                     EMAIL, 11:00, , true, WAITS, 14:59:00, ",
        "the number opted out,                     EMAIL, 11:00, , true, OUT, 14:59:00, ",
        "the last call on a line that is down,     EMAIL, 14:45, , false, , 14:49:59, ",
        "the last call on a line that is down,     EMAIL, 14:45, , false, , 14:50:00, DEAD",
        "the last call in quiet hours,             EMAIL, 14:45, , false, QUIET, 14:50:00, DEAD",
        "a line that works but was tried in vain,         EMAIL, , , true, , 14:49:59, ",
        "a line that works but was tried in vain,         EMAIL, , , true, , 14:50:00, DEAD",
        "pacing alone does not count,              EMAIL, , , false, , 14:59:00, ",
        "it is too late for anything,              EMAIL, 11:00, , true, , 15:00:00, ",
    })
    void stranded(
            String why,
            Fallback fallback,
            LocalTime down,
            LocalTime held,
            boolean tried,
            String special,
            LocalTime now,
            DeliveryState ends) {
        var stranded =
                new StrandedMessage(
                        message(fallback, !"ALONE".equals(special), false, "OUT".equals(special)),
                        at(LocalTime.NOON),
                        held == null ? Instant.EPOCH : at(held),
                        Duration.ofMinutes(15),
                        tried,
                        "QUIET".equals(special) ? at(LocalTime.of(14, 55)) : null,
                        down == null ? null : at(down),
                        "WAITS".equals(special),
                        null);
        var decided = GiveUpPolicy.stranded(stranded, LAST_CALL, at(now));
        assertThat(decided.map(Decision::state)).as(why).isEqualTo(Optional.ofNullable(ends));
        assertThat(decided.map(Decision::cause).orElse(Cause.LINE_DOWN)).isEqualTo(Cause.LINE_DOWN);
    }

    @ParameterizedTest(name = "quiet until {0}, policy {1}, opted out {2}: {3}")
    @CsvSource({
        "14:59, EMAIL, false, ",
        "15:00, EMAIL, false, DEAD",
        "15:00, NONE,  false, ",
        "15:00, EMAIL, true,  ",
        "     , EMAIL, false, ",
    })
    void quiet_hours_that_end_too_late(
            LocalTime quietUntil, Fallback fallback, boolean out, DeliveryState ends) {
        var until = quietUntil == null ? null : at(quietUntil);
        var message = message(fallback, false, out);
        assertThat(GiveUpPolicy.hushed(message, until, at(LocalTime.of(13, 0))))
                .isEqualTo(
                        Optional.ofNullable(ends)
                                .map(state -> Decision.because(state, Cause.QUIET_HOURS)));
    }

    @ParameterizedTest(name = "policy {0}, can be received {1}, opted out {2}, at {3}: {4}")
    @CsvSource({
        "EMAIL, true,  false, 12:00:00, DEAD",
        "SMS,   true,  false, 12:00:00, DEAD",
        "NONE,  true,  false, 14:59:00, ",
        "EMAIL, true,  true,  14:59:00, ",
        "EMAIL, false, false, 14:49:59, ",
        "EMAIL, false, false, 14:50:00, DEAD",
    })
    void no_place_on_a_busy_line(
            Fallback fallback, boolean reaches, boolean out, LocalTime now, DeliveryState ends) {
        var message = message(fallback, reaches, false, out);
        assertThat(GiveUpPolicy.crowdedOut(message, LAST_CALL, at(now)))
                .isEqualTo(
                        Optional.ofNullable(ends)
                                .map(state -> Decision.because(state, Cause.LINE_BUSY)));
    }

    @ParameterizedTest(name = "at {0}, policy {1}, withdrawn {2}, opted out {3}: {4}")
    @CsvSource({
        "13:00:00, EMAIL, false, false, DEAD",
        "13:00:01, EMAIL, false, false, DOUBT_CLOSED",
        "12:10:00, NONE,  false, false, DOUBT_CLOSED",
        "12:10:00, EMAIL, true,  false, DOUBT_CLOSED",
        "12:10:00, EMAIL, false, true,  DOUBT_CLOSED",
    })
    void a_doubt_that_nobody_could_end(
            LocalTime now, Fallback fallback, boolean withdrawn, boolean out, DeliveryState ends) {
        var message = message(fallback, withdrawn, out);
        assertThat(GiveUpPolicy.unresolved(message, Duration.ofHours(2), at(now)))
                .isEqualTo(Decision.because(ends, Cause.DOUBT_UNRESOLVED).flagged());
    }

    @ParameterizedTest(name = "at {0}, policy {1}, withdrawn {2}, opted out {3}: {4}")
    @CsvSource({
        "14:59:59, EMAIL, false, false, DEAD",
        "15:00:00, EMAIL, false, false, DOUBT_CLOSED",
        "13:00:00, NONE,  false, false, DOUBT_CLOSED",
        "13:00:00, EMAIL, true,  false, DOUBT_CLOSED",
        "13:00:00, EMAIL, false, true,  DOUBT_CLOSED",
    })
    void accepted_by_a_silent_line(
            LocalTime now, Fallback fallback, boolean withdrawn, boolean out, DeliveryState ends) {
        var message = message(fallback, withdrawn, out);
        assertThat(GiveUpPolicy.unheard(message, at(now)))
                .isEqualTo(Decision.because(ends, Cause.LINE_SILENT).flagged());
    }

    @Test
    void withdrawn_and_why() {
        assertThat(GiveUpPolicy.withdrawn("moved"))
                .returns(WITHDRAWN, Decision::state)
                .returns("moved", Decision::detail);
    }

    private static MessageFacts message(Fallback fallback, boolean withdrawn, boolean optedOut) {
        return message(fallback, true, withdrawn, optedOut);
    }

    private static MessageFacts message(
            Fallback fallback, boolean reaches, boolean withdrawn, boolean optedOut) {
        return new MessageFacts(
                new UUID(0, 1),
                1,
                1,
                WAITING,
                null,
                fallback,
                reaches,
                at(LocalTime.of(15, 0)),
                withdrawn,
                optedOut);
    }

    private static Instant at(LocalTime time) {
        return time.atDate(java.time.LocalDate.of(2030, 3, 5)).toInstant(ZoneOffset.UTC);
    }
}
