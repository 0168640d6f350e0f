package com.clinni.fallback.email;

import com.clinni.events.MessageReady;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/**
 * The visit as a calendar entry (RFC 5545), published by the clinic (RFC 5546). Its UID is the
 * appointment's and the clinic's, and its SEQUENCE the appointment's version, so that a moved visit
 * replaces the old entry, and no other clinic's, and a cancelled one crosses it out. It names the
 * clinic and nothing medical.
 */
final class Invitation {

    private static final Duration USUAL_LENGTH = Duration.ofMinutes(30);
    private static final int LONGEST = 200;
    private static final int THOUSAND = 1_000;

    private Invitation() {}

    /** The media type of the attachment; its method is the one inside. */
    static String contentType(MessageReady message) {
        return "text/calendar; charset=UTF-8; method=" + method(message).getValue();
    }

    /**
     * Its bytes.
     *
     * @param sender the e-mail address that it comes from
     */
    static byte[] of(MessageReady message, Instant startsAt, String sender, Instant now) {
        var visit = visit(message, startsAt);
        visit.add(new Uid(uid(message, sender)));
        visit.add(new Sequence(sequence(message.appointmentVersion())));
        visit.add(organizer(message, sender));
        visit.replace(new DtStamp(now));
        if (isOff(message)) {
            visit.add(ImmutableStatus.VEVENT_CANCELLED);
        }
        if (message.clinic().address() != null && !message.clinic().address().isBlank()) {
            visit.add(new Location(PlainLine.of(message.clinic().address(), LONGEST)));
        }
        var calendar =
                new Calendar()
                        .withDefaults()
                        .withProperty(new ProdId("-//Clinni//Reminders//ES"))
                        .withProperty(method(message))
                        .withComponent(visit)
                        .getFluentTarget();
        return FoldedLines.of(calendar.toString());
    }

    /** No id of ours has a plus in it. */
    private static String uid(MessageReady message, String sender) {
        return message.appointmentId()
                + "+"
                + message.clinic().clinicId()
                + sender.substring(sender.indexOf('@'));
    }

    /** The method: an entry that was published is taken back by one of its own. */
    private static Method method(MessageReady message) {
        return isOff(message) ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
    }

    private static boolean isOff(MessageReady message) {
        return message.kind().equals(MessageReady.CANCELLATION);
    }

    /** Quotation marks cannot stand in a name here (RFC 5545, 3.2). */
    private static Organizer organizer(MessageReady message, String sender) {
        var clinic = PlainLine.of(message.clinic().name(), LONGEST).replace('"', '\'');
        var organizer = new Organizer(URI.create("mailto:" + sender));
        organizer.add(new Cn(clinic));
        return organizer;
    }

    /**
     * Some services count versions by a clock's milliseconds or finer; calendars count in an int,
     * so those are counted by the second. Of two in one second the later DTSTAMP decides.
     */
    private static int sequence(long version) {
        var counted = version;
        for (var i = 0; i < 2 && counted > Integer.MAX_VALUE; i++) {
            counted /= THOUSAND;
        }
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
}
