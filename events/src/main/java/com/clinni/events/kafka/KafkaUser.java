package com.clinni.events.kafka;

import com.clinni.events.Topics;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those who use the broker, and everything that each may do there. They stand here once: the
 * broker's rules are made of them ({@link KafkaAcls}), and tests compare them with what the
 * services really read and publish. What is not here is denied.
 */
public enum KafkaUser {
    APPOINTMENTS_SERVICE(
            "appointments-service",
            List.of(
                    Topics.REMINDER_DUE,
                    Topics.REMINDER_WITHDRAWN,
                    Topics.CLINIC_PROFILE,
                    Topics.DAY_FORECAST,
                    Topics.PATIENT_ERASED,
                    Topics.DELIVERY_REPORTED),
            List.of(),
            List.of(
                    GroupReading.of(
                            "appointments-service.patient-erasure-reported",
                            Topics.PATIENT_ERASURE_REPORTED),
                    GroupReading.of(
                            "appointments-service.appointment-changed", Topics.APPOINTMENT_CHANGED),
                    GroupReading.of(
                            "appointments-service.delivery-reported", Topics.DELIVERY_REPORTED),
                    GroupReading.of("appointments-service.outage-changed", Topics.OUTAGE_CHANGED),
                    GroupReading.of("appointments-service.task-raised", Topics.TASK_RAISED),
                    GroupReading.of(
                            "appointments-service.opt-out-changed", Topics.OPT_OUT_CHANGED)),
            List.of(
                    GroupReading.of("reminder-service", Topics.REMINDER_DUE),
                    GroupReading.of("whatsapp-dispatcher", Topics.WHATSAPP_READY),
                    GroupReading.of("fallback-dispatcher-direct-ready", Topics.DIRECT_READY),
                    GroupReading.of(
                            "fallback-dispatcher-dead-letters",
                            Topics.deadLetterOf(Topics.REMINDER_DUE)))),

    REMINDER_SERVICE(
            "reminder-service",
            List.of(
                    Topics.WHATSAPP_READY,
                    Topics.DIRECT_READY,
                    Topics.DELIVERY_REPORTED,
                    Topics.PATIENT_ERASURE_REPORTED),
            List.of(),
            List.of(
                    GroupReading.of("reminder-service", Topics.REMINDER_DUE),
                    GroupReading.of("reminder-service-requests", Topics.MESSAGE_REQUESTED),
                    GroupReading.of("reminder-service-clinics", Topics.CLINIC_PROFILE),
                    GroupReading.of("reminder-service-patient-erased", Topics.PATIENT_ERASED)),
            List.of()),

    WHATSAPP_DISPATCHER(
            "whatsapp-dispatcher",
            List.of(
                    Topics.DELIVERY_REPORTED,
                    Topics.OPT_OUT_CHANGED,
                    Topics.TASK_RAISED,
                    Topics.OUTAGE_CHANGED,
                    Topics.PATIENT_ERASURE_REPORTED),
            List.of(),
            List.of(
                    GroupReading.of("whatsapp-dispatcher", Topics.WHATSAPP_READY),
                    GroupReading.of("whatsapp-dispatcher-withdrawals", Topics.REMINDER_WITHDRAWN),
                    GroupReading.of("whatsapp-dispatcher-clinics", Topics.CLINIC_PROFILE),
                    GroupReading.of("whatsapp-dispatcher-patient-erased", Topics.PATIENT_ERASED)),
            List.of()),

    /** It sends dead letters again, each to the topic that it came from. */
    FALLBACK_DISPATCHER(
            "fallback-dispatcher",
            List.of(
                    Topics.DELIVERY_REPORTED,
                    Topics.SMS_CREDIT_WARNED,
                    Topics.PATIENT_ERASURE_REPORTED),
            Topics.EVENTS,
            List.of(
                    new GroupReading(
                            "fallback-dispatcher-dead-letters",
                            Topics.EVENTS.stream().map(Topics::deadLetterOf).toList()),
                    GroupReading.of("fallback-dispatcher-direct-ready", Topics.DIRECT_READY),
                    GroupReading.of(
                            "fallback-dispatcher-reminder-withdrawn", Topics.REMINDER_WITHDRAWN),
                    GroupReading.of("fallback-dispatcher-opt-out-changed", Topics.OPT_OUT_CHANGED),
                    GroupReading.of("fallback-dispatcher-outage-changed", Topics.OUTAGE_CHANGED),
                    GroupReading.of(
                            "fallback-dispatcher-delivery-reported", Topics.DELIVERY_REPORTED),
                    GroupReading.of("fallback-dispatcher-day-forecast", Topics.DAY_FORECAST),
                    GroupReading.of("fallback-dispatcher-patient-erased", Topics.PATIENT_ERASED)),
            List.of()),

    /** The rights of any other service that books visits or asks for messages, by its own name. */
    OTHER_SERVICE(
            "other-service",
            List.of(Topics.APPOINTMENT_CHANGED, Topics.MESSAGE_REQUESTED),
            List.of(),
            List.of(
                    GroupReading.of(
                            "other-service",
                            Topics.DELIVERY_REPORTED,
                            Topics.TASK_RAISED,
                            Topics.SMS_CREDIT_WARNED)),
            List.of()),

    /** It declares topics, and neither reads nor writes any. */
    TOPICS("topics", List.of(), List.of(), List.of(), List.of());

    private final String user;
    private final List<String> publishes;
    private final List<String> sendsAgain;
    private final List<GroupReading> reads;
    private final List<GroupReading> watches;

    KafkaUser(
            String user,
            List<String> publishes,
            List<String> sendsAgain,
            List<GroupReading> reads,
            List<GroupReading> watches) {
        this.user = user;
        this.publishes = publishes;
        this.sendsAgain = sendsAgain;
        this.reads = reads;
        this.watches = watches;
    }

    /** The user's name at the broker; a service's is the service's. */
    public String user() {
        return user;
    }

    /** The topics whose events it makes. */
    public List<String> publishes() {
        return publishes;
    }

    /** The topics to which it sends others' records again, as they were. */
    public List<String> sendsAgain() {
        return sendsAgain;
    }

    /** Its consumer groups, and what each reads. */
    public List<GroupReading> reads() {
        return reads;
    }

    /** Others' groups whose progress it looks at. */
    public List<GroupReading> watches() {
        return watches;
    }

    /** All topics that it writes to: where it puts what it could not use is among them. */
    public List<String> writes() {
        return Stream.of(publishes.stream(), sendsAgain.stream(), deadLetters())
                .flatMap(topics -> topics)
                .distinct()
                .toList();
    }

    private Stream<String> deadLetters() {
        return reads.stream()
                .flatMap(reading -> reading.topics().stream())
                .filter(Topics.EVENTS::contains)
                .map(Topics::deadLetterOf);
    }
}
