package com.clinni.testbed.run;

/** The links over which the parts of the system talk to each other. */
public enum Link {
    APPOINTMENTS_TO_KAFKA,
    REMINDERS_TO_KAFKA,
    WHATSAPP_TO_KAFKA,
    FALLBACK_TO_KAFKA,
    APPOINTMENTS_TO_POSTGRES,
    REMINDERS_TO_POSTGRES,
    WHATSAPP_TO_POSTGRES,
    FALLBACK_TO_POSTGRES,
    WHATSAPP_TO_GATEWAY,
    GATEWAY_TO_WEBHOOK,
    FALLBACK_TO_SMS,
    FALLBACK_TO_SMTP;

    /** Of a service to the broker. */
    public static Link toKafka(Service service) {
        return switch (service) {
            case APPOINTMENTS -> APPOINTMENTS_TO_KAFKA;
            case REMINDERS -> REMINDERS_TO_KAFKA;
            case WHATSAPP -> WHATSAPP_TO_KAFKA;
            case FALLBACK -> FALLBACK_TO_KAFKA;
        };
    }

    /** Of a service to its database. */
    public static Link toPostgres(Service service) {
        return switch (service) {
            case APPOINTMENTS -> APPOINTMENTS_TO_POSTGRES;
            case REMINDERS -> REMINDERS_TO_POSTGRES;
            case WHATSAPP -> WHATSAPP_TO_POSTGRES;
            case FALLBACK -> FALLBACK_TO_POSTGRES;
        };
    }
}
