package com.clinni.fallback;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import com.clinni.events.Content;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.QuietHours;
import com.clinni.events.Recipient;
import com.clinni.events.SmsAccents;
import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A message to a patient who can be reached in every way, at a clinic without quiet hours. */
public final class TestMessage {

    private static final Duration TO_THE_VISIT = Duration.ofHours(24);

    private final UUID reminderId = UUID.randomUUID();
    private String clinicId = "clinica-" + reminderId.toString().substring(0, 8);
    private String clinicName = "Clínica Sol";
    private Channel channel = Channel.WHATSAPP;
    private Fallback fallback = Fallback.EMAIL;
    private QuietHours quietHours;
    private String patientId = "p-1";
    private PhoneNumber phone = new PhoneNumber("+34600000123");
    private Cause noPhoneBecause;
    private EmailAddress email = new EmailAddress(reminderId + "@example.test");
    private Cause noEmailBecause;
    private List<Channel> optedOut = List.of();
    private Instant sendBefore = MutableClock.START.plus(TO_THE_VISIT).minusSeconds(900);
    private String subject = "Su cita en Clínica Sol";
    private String sms = "Le recordamos su cita";
    private String address = "Calle Ficticia 1, Madrid";
    private long version = 1;
    private String kind = MessageReady.REMINDER;
    private SmsAccents smsAccents;
    private String language = "es";

    public static TestMessage message() {
        return new TestMessage();
    }

    public TestMessage channel(Channel wanted) {
        channel = wanted;
        return this;
    }

    public TestMessage fallback(Fallback wanted) {
        fallback = wanted;
        return this;
    }

    public TestMessage clinic(String id) {
        clinicId = id;
        return this;
    }

    public TestMessage clinicName(String name) {
        clinicName = name;
        return this;
    }

    public TestMessage subject(String text) {
        subject = text;
        return this;
    }

    public TestMessage address(String text) {
        address = text;
        return this;
    }

    public TestMessage language(String code) {
        language = code;
        return this;
    }

    public TestMessage version(long number) {
        version = number;
        return this;
    }

    public TestMessage sms(String text) {
        sms = text;
        return this;
    }

    public TestMessage kind(String wanted) {
        kind = wanted;
        return this;
    }

    public TestMessage accents(SmsAccents wanted) {
        smsAccents = wanted;
        return this;
    }

    public TestMessage withoutEmail(Cause why) {
        email = null;
        noEmailBecause = why;
        return this;
    }

    public TestMessage email(String written) {
        email = new EmailAddress(written);
        return this;
    }

    public TestMessage patient(String id) {
        patientId = id;
        return this;
    }

    public TestMessage phone(String e164) {
        phone = new PhoneNumber(e164);
        return this;
    }

    public TestMessage withoutPhone(Cause why) {
        phone = null;
        noPhoneBecause = why;
        return this;
    }

    public TestMessage optedOut(Channel... channels) {
        optedOut = List.of(channels);
        return this;
    }

    public TestMessage quiet(String from, String to) {
        quietHours = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        return this;
    }

    public TestMessage sendBefore(Instant instant) {
        sendBefore = instant;
        return this;
    }

    public MessageReady build() {
        return new MessageReady(
                reminderId,
                kind,
                "a-" + reminderId,
                version,
                MutableClock.START.plus(TO_THE_VISIT),
                null,
                MutableClock.START.minusSeconds(60),
                sendBefore,
                new Clinic(
                        clinicId,
                        clinicName,
                        "+34 910 000 001",
                        address,
                        ZoneId.of("Europe/Madrid"),
                        "es",
                        channel,
                        fallback,
                        Duration.ofMinutes(15),
                        quietHours,
                        smsAccents),
                new Recipient(
                        patientId,
                        phone,
                        noPhoneBecause,
                        email,
                        noEmailBecause,
                        language,
                        optedOut),
                new Content(
                        "Le recordamos su cita.",
                        sms,
                        new Content.Email(
                                subject,
                                "Le recordamos su cita.",
                                "<p>Le recordamos su cita.</p>")),
                0);
    }
}
