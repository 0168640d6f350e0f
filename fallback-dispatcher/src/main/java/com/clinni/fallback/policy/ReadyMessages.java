package com.clinni.fallback.policy;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Content;
import com.clinni.events.EventReader;
import com.clinni.events.MessageReady;
import com.clinni.events.Reading;
import com.clinni.events.Recipient;
import com.clinni.events.Topics;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.events.kafka.CloudEventHeaders;
import com.clinni.events.kafka.StoredHeaders;
import com.clinni.events.sms.SmsTransliteration;
import com.clinni.fallback.email.MailSettings;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.provider.RecipientAllowlist;
import com.clinni.fallback.sms.SmsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads rendered messages, as they arrive and again from the bytes that were kept. */
@ApplicationScoped
public class ReadyMessages {

    private final EventReader<MessageReady> whatsapp =
            new EventReader<>(MessageReady.class, Topics.WHATSAPP_READY);
    private final EventReader<MessageReady> direct =
            new EventReader<>(MessageReady.class, Topics.DIRECT_READY);
    private final RecipientAllowlist allowed;
    private final MailSettings mail;
    private final SmsConfig sms;

    ReadyMessages(RecipientAllowlist allowed, MailSettings mail, SmsConfig sms) {
        this.allowed = allowed;
        this.mail = mail;
        this.sms = sms;
    }

    /** The message in a record of whatsapp-ready or direct-ready. */
    public Reading<MessageReady> read(Headers headers, byte @Nullable [] value) {
        var isDirect =
                CloudEventHeaders.text(headers, CloudEventHeaders.TYPE)
                        .filter(type -> type.startsWith(Topics.DIRECT_READY))
                        .isPresent();
        return (isDirect ? direct : whatsapp).read(headers, value);
    }

    /**
     * What may be sent of a message that was kept: who may not be written to counts as opted out, a
     * number abroad has a reason why no SMS goes there, and the SMS is written as its clinic wants
     * accents, before anybody counts its segments.
     */
    public MessageReady of(StoredMessage message) {
        return of(message, SendPreferences.Known.NOTHING);
    }

    /** The same, with what was said here. */
    public MessageReady of(StoredMessage message, SendPreferences.Known wishes) {
        return switch (read(StoredHeaders.unpack(message.headers()), message.value())) {
            case Reading.Read(var ready) -> narrowed(ready, wishes);
            case Reading.Rejected<MessageReady>(var cause, _) ->
                    throw new IllegalStateException("a kept message is unreadable: " + cause);
        };
    }

    private MessageReady narrowed(MessageReady ready, SendPreferences.Known wishes) {
        var recipient = ready.recipient();
        var unwanted = new ArrayList<>(recipient.optedOut());
        if (wishes.forbidsEmail(ready)) {
            unwanted.add(Channel.EMAIL);
        }
        if (recipient.email() != null
                && !allowed.allows(mail.provider(), recipient.email().address())) {
            unwanted.add(Channel.EMAIL);
        }
        if (recipient.phone() != null
                && !allowed.allows(sms.provider(), recipient.phone().e164())) {
            unwanted.add(Channel.SMS);
        }
        return new MessageReady(
                ready.reminderId(),
                ready.kind(),
                ready.appointmentId(),
                ready.appointmentVersion(),
                ready.startsAt(),
                ready.durationMinutes(),
                ready.dueAt(),
                ready.sendBefore(),
                ready.clinic(),
                new Recipient(
                        recipient.patientId(),
                        recipient.phone(),
                        noSmsBecause(recipient),
                        recipient.email(),
                        recipient.noEmailBecause(),
                        recipient.language(),
                        unwanted),
                written(ready),
                ready.templateVersion());
    }

    /** The number stays where no SMS goes to it: its opt-out is about e-mail too. */
    private @Nullable Cause noSmsBecause(Recipient recipient) {
        return recipient.phone() == null
                        || sms.countries().contains(PhoneCheck.country(recipient.phone()))
                ? recipient.noPhoneBecause()
                : Cause.SMS_COUNTRY_BLOCKED;
    }

    private static Content written(MessageReady ready) {
        var content = ready.content();
        return content.sms() == null
                ? content
                : new Content(
                        content.whatsapp(),
                        SmsTransliteration.of(content.sms(), ready.clinic().smsAccents()),
                        content.email());
    }
}
