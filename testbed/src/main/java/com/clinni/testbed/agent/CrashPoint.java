package com.clinni.testbed.agent;

import static com.clinni.testbed.agent.CrashPoint.Kind.ENTRY;
import static com.clinni.testbed.agent.CrashPoint.Kind.EXIT;
import static com.clinni.testbed.run.Service.APPOINTMENTS;
import static com.clinni.testbed.run.Service.FALLBACK;
import static com.clinni.testbed.run.Service.REMINDERS;
import static com.clinni.testbed.run.Service.WHATSAPP;

import com.clinni.testbed.run.Service;

/** The places at which a process may be made to die: the numbers are those of the fault table. */
public enum CrashPoint {
    K01(
            ENTRY,
            APPOINTMENTS,
            "appointments.appointment.booking.BookingResource",
            "book",
            "before the transaction"),
    K02(
            EXIT,
            APPOINTMENTS,
            "appointments.appointment.AppointmentRows",
            "update",
            "the visit is written, its reminders and withdrawals are not; not committed"),
    K03(
            ENTRY,
            APPOINTMENTS,
            "appointments.appointment.booking.BookingResource",
            "answer",
            "committed; the caller has no answer and nothing is relayed"),
    K04(
            EXIT,
            APPOINTMENTS,
            "platform.kafka.EventPublisher",
            "send",
            "handed to the producer, not acknowledged"),
    K05(
            EXIT,
            APPOINTMENTS,
            "platform.kafka.EventPublisher",
            "publish",
            "acknowledged by the broker; the queue's rows are still there"),

    K06(
            ENTRY,
            REMINDERS,
            "reminders.rendering.ReminderRenderer",
            "receive",
            "polled, nothing done"),
    K07(
            EXIT,
            REMINDERS,
            "reminders.rendering.ReminderRenderer",
            "receive",
            "published (there is no store), the offset is not committed"),
    K08(
            ENTRY,
            REMINDERS,
            "platform.kafka.EventPublisher",
            "publish",
            "rendered, not published (there is no store)"),
    K09(
            ENTRY,
            REMINDERS,
            "platform.kafka.EventPublisher",
            "isAcknowledged",
            "handed to the producer, not acknowledged (there is no outbox)"),

    K10(EXIT, WHATSAPP, "whatsapp.send.Claims", "read", "claimed, the intent is not committed"),
    K11(
            ENTRY,
            WHATSAPP,
            "whatsapp.send.Sender",
            "send",
            "the intent is committed, no connection yet"),
    K12(WHATSAPP, "half of the request's body has reached the gateway"),
    K13(WHATSAPP, "the gateway has acted; its answer never arrives"),
    K14(ENTRY, WHATSAPP, "whatsapp.send.Settlement", "settle", "the answer is read, not stored"),
    K15(EXIT, WHATSAPP, "whatsapp.intake.Inbox", "receive", "stored, the offset is not committed"),
    K16(
            ENTRY,
            WHATSAPP,
            "platform.outbox.OutboxRelay",
            "publish",
            "stored, deaths too, and nothing of it is published"),
    K17(
            EXIT,
            WHATSAPP,
            "platform.outbox.OutboxRelay",
            "publish",
            "published, not taken from the outbox"),
    K18(
            ENTRY,
            WHATSAPP,
            "whatsapp.inbound.GatewayEvents",
            "once",
            "a receipt has come, it is not stored"),
    K19(
            EXIT,
            WHATSAPP,
            "whatsapp.inbound.GatewayEvents",
            "once",
            "the receipt is stored, not answered"),

    K20(EXIT, FALLBACK, "fallback.credit.SmsCredit", "reserve", "credit reserved, not committed"),
    K21(
            ENTRY,
            FALLBACK,
            "fallback.send.FallbackLoop",
            "outcomeOf",
            "the intent is committed, the provider is not called yet"),
    K22(FALLBACK, "the mail's last dot is answered, the answer never arrives"),
    K23(
            EXIT,
            FALLBACK,
            "fallback.sms.SmsSender",
            "send",
            "the SMS provider has answered, nothing settled"),
    K24(
            EXIT,
            FALLBACK,
            "fallback.credit.SmsCredit",
            "spend",
            "state and credit are written in one transaction, which is not committed"),
    K25(
            ENTRY,
            FALLBACK,
            "fallback.replay.Replays",
            "decide",
            "a replay's letters are in the outbox, its verdicts are not written; not committed"),
    K26(
            EXIT,
            FALLBACK,
            "fallback.message.Messages",
            "close",
            "dead letters are marked as replayed, not queued; not committed");

    /** How it is recognised. */
    public enum Kind {
        /** A method begins. */
        ENTRY,
        /** A method is about to return. */
        EXIT,
        /** Bytes pass on a link: a proxy kills the process. */
        LINK
    }

    private final Kind kind;
    private final Service service;
    private final String type;
    private final String method;
    private final String sentence;

    CrashPoint(Kind kind, Service service, String type, String method, String sentence) {
        this.kind = kind;
        this.service = service;
        this.type = type;
        this.method = method;
        this.sentence = sentence;
    }

    /** On a link, where no class has anything to do with it. */
    CrashPoint(Service service, String sentence) {
        this(Kind.LINK, service, "", "", sentence);
    }

    public Kind kind() {
        return kind;
    }

    /** Whose process dies. */
    public Service service() {
        return service;
    }

    /** What is done at this moment and what is not. */
    public String sentence() {
        return sentence;
    }

    String method() {
        return method;
    }

    /**
     * As the class is named inside its class file; on a link no class is. One of the platform runs
     * in each service.
     */
    String internalName() {
        return ("com.clinni." + type).replace('.', '/');
    }
}
