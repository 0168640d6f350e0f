package com.clinni.events;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The topics of the house. A topic's name is also the CloudEvents type of what it carries. Topics
 * are declared by whoever runs the broker, never auto-created.
 */
public final class Topics {

    /** Booked, moved, cancelled: other services to appointments-service. Key: appointment id. */
    public static final String APPOINTMENT_CHANGED = "appointments.appointment-changed.v1";

    /**
     * Clinics as they are, compacted: appointments-service to reminder-service and
     * whatsapp-dispatcher. Key: clinic id.
     */
    public static final String CLINIC_PROFILE = "appointments.clinic-profile.v1";

    /** A reminder is due: appointments-service to reminder-service. Key: appointment id. */
    public static final String REMINDER_DUE = "appointments.reminder-due.v1";

    /** A planned reminder must not leave any more: to both dispatchers. Key: appointment id. */
    public static final String REMINDER_WITHDRAWN = "appointments.reminder-withdrawn.v1";

    /** Something else to tell a patient: any service to reminder-service. Key: message id. */
    public static final String MESSAGE_REQUESTED = "messages.requested.v1";

    /** Rendered, to be sent by WhatsApp: to whatsapp-dispatcher. Key: appointment id. */
    public static final String WHATSAPP_READY = "reminders.whatsapp-ready.v1";

    /** Rendered, the clinic's own channel is e-mail or SMS. Key: appointment id. */
    public static final String DIRECT_READY = "reminders.direct-ready.v1";

    /** One event per transition of a message: dispatchers to whoever asked. Key: appointment id. */
    public static final String DELIVERY_REPORTED = "reminders.delivery-reported.v1";

    /** A number opted out or in again: whatsapp-dispatcher to fallback-dispatcher. Key: line. */
    public static final String OPT_OUT_CHANGED = "whatsapp.opt-out-changed.v1";

    /**
     * A patient wrote what a clinic should see: whatsapp-dispatcher to appointments-service and
     * others. Key: clinic id.
     */
    public static final String TASK_RAISED = "whatsapp.task-raised.v1";

    /**
     * An outage of a line began or ended: whatsapp-dispatcher to appointments-service. Key: line.
     */
    public static final String OUTAGE_CHANGED = "whatsapp.outage-changed.v1";

    /** The evening before: appointments-service to fallback-dispatcher. Key: clinic id. */
    public static final String DAY_FORECAST = "appointments.day-forecast.v1";

    /** SMS credit will not suffice for tomorrow: to other services. Key: clinic id. */
    public static final String SMS_CREDIT_WARNED = "fallback.sms-credit-warned.v1";

    /**
     * A patient's data must go: appointments-service to the other three. Key: clinic id. It carries
     * ids and keyed digests only.
     */
    public static final String PATIENT_ERASED = "appointments.patient-erased.v1";

    /** A service has no data of a patient any more: to appointments-service. Key: clinic id. */
    public static final String PATIENT_ERASURE_REPORTED = "patient-erasure-reported.v1";

    private static final String DEAD_LETTER_SUFFIX = ".dead-letter";
    private static final int PARTITIONS = 6;

    /** What a broker takes unless told otherwise. */
    private static final int LARGEST_RECORD = 1_048_588;

    /** How long events are kept. */
    public static final Duration EVENT_RETENTION = Duration.ofDays(7);

    /** How long dead letters are kept. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    /** The time a segment of a topic is written to: a broker deletes nothing less than that. */
    public static final Duration SEGMENT = Duration.ofHours(12);

    /** Within this time after its retention a record is gone: when its whole segment is old. */
    public static final Duration DELETION = Duration.ofDays(1);

    /** The topics that carry events, without their dead-letter topics. */
    public static final List<String> EVENTS =
            List.of(
                    APPOINTMENT_CHANGED,
                    CLINIC_PROFILE,
                    REMINDER_DUE,
                    REMINDER_WITHDRAWN,
                    MESSAGE_REQUESTED,
                    WHATSAPP_READY,
                    DIRECT_READY,
                    DELIVERY_REPORTED,
                    OPT_OUT_CHANGED,
                    TASK_RAISED,
                    OUTAGE_CHANGED,
                    DAY_FORECAST,
                    SMS_CREDIT_WARNED,
                    PATIENT_ERASED,
                    PATIENT_ERASURE_REPORTED);

    /** Every topic there is, dead-letter topics included; each has its source's partitions. */
    public static final List<Declaration> ALL =
            EVENTS.stream()
                    .flatMap(
                            topic ->
                                    Stream.of(
                                            new Declaration(topic, PARTITIONS, EVENT_RETENTION),
                                            new Declaration(
                                                    deadLetterOf(topic),
                                                    PARTITIONS,
                                                    DEAD_LETTER_RETENTION)))
                    .toList();

    private Topics() {}

    /** Where a consumer of {@code topic} puts what it gave up on. */
    public static String deadLetterOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    /**
     * A topic as it must be created.
     *
     * @param retention how long it keeps records; a compacted topic keeps the last of each key for
     *     ever
     */
    public record Declaration(String name, int partitions, Duration retention) {

        /** What the broker does with old records: Kafka's {@code cleanup.policy}. */
        public String cleanupPolicy() {
            return name.equals(CLINIC_PROFILE) ? "compact" : "delete";
        }

        /**
         * The largest record it takes. A dead letter is a whole record and the headers that say
         * why, so its topic takes more than the topic it came from.
         */
        public int largestRecordBytes() {
            return name.endsWith(DEAD_LETTER_SUFFIX) ? 2 * LARGEST_RECORD : LARGEST_RECORD;
        }
    }
}
