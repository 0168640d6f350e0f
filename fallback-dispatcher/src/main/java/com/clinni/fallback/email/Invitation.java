package com.clinni.fallback.email;

import com.clinni.events.MessageReady;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/**
 * The visit as a calendar entry. Its UID is the appointment's and its SEQUENCE the appointment's
 * version, so that a moved visit replaces the old entry and a cancelled one crosses it out. It
 * names the clinic and nothing medical.
 */
final class Invitation {

    private static final Duration USUAL_LENGTH = Duration.ofMinutes(30);
    private static final int LONGEST = 200;
    private static final int MILLIS_OF_A_SECOND = 1_000;

    private Invitation() {}

    static byte[] of(MessageReady message, Instant startsAt, String domain, Instant now) {
        var visit = visit(message, startsAt);
        visit.add(new Uid(message.appointmentId() + "@" + domain));
        visit.add(new Sequence(sequence(message.appointmentVersion())));
        visit.replace(new DtStamp(now));
        if (message.kind().equals(MessageReady.CANCELLATION)) {
            visit.add(ImmutableStatus.VEVENT_CANCELLED);
        }
        if (message.clinic().address() != null && !message.clinic().address().isBlank()) {
            visit.add(new Location(PlainLine.of(message.clinic().address(), LONGEST)));
        }
        var calendar =
                new Calendar()
                        .withDefaults()
                        .withProperty(new ProdId("-//Clinni//Reminders//ES"))
                        .withProperty(ImmutableMethod.PUBLISH)
                        .withComponent(visit)
                        .getFluentTarget();
        return bytes(calendar);
    }

    /** Some services count versions by a clock's milliseconds; calendars count in an int. */
    private static int sequence(long version) {
        var counted = version > Integer.MAX_VALUE ? version / MILLIS_OF_A_SECOND : version;
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, counted - 1));
    }

    private static VEvent visit(MessageReady message, Instant startsAt) {
        var length =
                message.durationMinutes() == null
                        ? USUAL_LENGTH
                        : Duration.ofMinutes(message.durationMinutes());
        var clinic = PlainLine.of(message.clinic().name(), LONGEST);
        return new VEvent(startsAt, length, title(message, clinic));
    }

    private static String title(MessageReady message, String clinic) {
        return switch (message.recipient().language()) {
            case "ca" -> "Visita a " + clinic;
            case "eu" -> "Hitzordua: " + clinic;
            case "en" -> "Appointment at " + clinic;
            default -> "Cita en " + clinic;
        };
    }

    private static byte[] bytes(Calendar calendar) {
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar entry cannot be written", e);
        }
        return out.toByteArray();
    }
}
