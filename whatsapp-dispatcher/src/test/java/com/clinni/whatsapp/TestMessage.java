package com.clinni.whatsapp;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Content;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.QuietHours;
import com.clinni.events.Recipient;
import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A message as a test wants it; what it does not say is an ordinary one that is due now. */
public final class TestMessage {

    public static final String TEXT = "Le esperamos el miércoles 6 de marzo a las 16:30";

    private final UUID reminderId = UUID.randomUUID();
    private final Instant dueAt;
    private Instant sendBefore;
    private String phone = "+34600000123";
    private Cause noPhoneBecause;
    private EmailAddress email = new EmailAddress("ana@example.test");
    private String text = TEXT;
    private Fallback fallback = Fallback.EMAIL;
    private Duration fallbackAfter = Duration.ofMinutes(15);
    private QuietHours quietHours;
    private String zone = "Europe/Madrid";
    private List<Channel> optedOut = List.of();
    private String appointment = "visit-" + reminderId;
    private long version = 1;
    private String clinic = "clinic-1";
    private String clinicName = "Clínica Ejemplo";
    private String clinicPhone = "+34910000000";
    private String language = "es";

    private TestMessage(Instant dueAt) {
        this.dueAt = dueAt;
        this.sendBefore = dueAt.plus(Duration.ofHours(23));
    }

    public static TestMessage dueAt(Instant dueAt) {
        return new TestMessage(dueAt);
    }

    public TestMessage to(String e164) {
        phone = e164;
        return this;
    }

    public TestMessage withoutPhone(Cause because) {
        phone = null;
        noPhoneBecause = because;
        return this;
    }

    public TestMessage withoutEmail() {
        email = null;
        return this;
    }

    public TestMessage text(String whatsapp) {
        text = whatsapp;
        return this;
    }

    public TestMessage sendBefore(Instant instant) {
        sendBefore = instant;
        return this;
    }

    public TestMessage fallback(Fallback policy, Duration after) {
        fallback = policy;
        fallbackAfter = after;
        return this;
    }

    public TestMessage quiet(QuietHours hours, String inZone) {
        quietHours = hours;
        zone = inZone;
        return this;
    }

    public TestMessage optedOutOf(Channel channel) {
        optedOut = List.of(channel);
        return this;
    }

    public TestMessage of(String appointmentId, long appointmentVersion) {
        appointment = appointmentId;
        version = appointmentVersion;
        return this;
    }

    /** A message that another service asked for. */
    public TestMessage aboutNoVisit(String messageId) {
        return of(messageId, 0);
    }

    public TestMessage ofClinic(String clinicId) {
        clinic = clinicId;
        return this;
    }

    public TestMessage ofClinic(String clinicId, String name, String dialled) {
        clinic = clinicId;
        clinicName = name;
        clinicPhone = dialled;
        return this;
    }

    public TestMessage in(String ofTheText, String inZone) {
        language = ofTheText;
        zone = inZone;
        return this;
    }

    public UUID id() {
        return reminderId;
    }

    public MessageReady message() {
        return new MessageReady(
                reminderId,
                version == 0 ? "document-signed" : MessageReady.REMINDER,
                appointment,
                version,
                version == 0 ? null : dueAt.plus(Duration.ofHours(24)),
                version == 0 ? null : 30,
                dueAt,
                sendBefore,
                new Clinic(
                        clinic,
                        clinicName,
                        clinicPhone,
                        "Calle Mayor 1",
                        ZoneId.of(zone),
                        "es",
                        Channel.WHATSAPP,
                        fallback,
                        fallbackAfter,
                        quietHours),
                new Recipient(
                        "patient-1",
                        phone == null ? null : new PhoneNumber(phone),
                        noPhoneBecause,
                        email,
                        null,
                        language,
                        optedOut),
                new Content(text, "sms", new Content.Email("Cita", "texto", "<p>texto</p>")),
                0);
    }
}
