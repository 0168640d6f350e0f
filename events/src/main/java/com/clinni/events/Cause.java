package com.clinni.events;

/**
 * The reason why a message or an event could not go on. The name travels in the {@code
 * dead-letter-cause} header, in metrics, in the API and on screens: values are added, never renamed
 * or removed.
 */
public enum Cause {
    /** The number has no WhatsApp account. */
    NOT_ON_WHATSAPP,
    /** Not a phone number that anything may be sent to. */
    PHONE_INVALID,
    /** A real number, but not a mobile one. */
    NOT_MOBILE,
    /** The gateway could not be reached: certainly not sent. */
    GATEWAY_UNREACHABLE,
    /** The line's session is not connected: certainly not sent. */
    LINE_DOWN,
    /** WhatsApp restricted the line (error 463). */
    LINE_RESTRICTED,
    /** The line took messages and none was confirmed: this one may have been sent or not. */
    LINE_SILENT,
    /** More waits for the line than it may send before this message is worthless. */
    LINE_BUSY,
    RATE_LIMITED,
    /** The gateway's engine cannot do what sending over it needs: certainly not sent. */
    ENGINE_UNSUITABLE,
    /** The gateway does not accept our credentials. */
    CREDENTIALS_REFUSED,
    /** The provider looked at the message and refused it for good. */
    REFUSED_BY_PROVIDER,
    /** Nobody could find out whether the patient has it. */
    DOUBT_UNRESOLVED,
    /** WhatsApp and SMS would have to leave in the clinic's quiet hours, and later is too late. */
    QUIET_HOURS,
    /** The patient has no address on any channel that the clinic's policy allows. */
    NO_ADDRESS,
    EMAIL_INVALID,
    EMAIL_REFUSED,
    MAIL_UNREACHABLE,
    /** The clinic's prepaid SMS credit does not cover the message. */
    SMS_NO_CREDIT,
    SMS_REFUSED,
    /** The sender name is not registered, so operators block it. */
    SMS_SENDER_BLOCKED,
    /** The number's country is none of those that SMS go to: a text there may cost a fortune. */
    SMS_COUNTRY_BLOCKED,
    SMS_UNREACHABLE,
    /** Not JSON in UTF-8, or empty. */
    UNREADABLE,
    /** JSON, but not of the shape its schema says. */
    SCHEMA_INVALID,
    /** A major version that this service does not know. */
    UNKNOWN_VERSION,
    UNKNOWN_CLINIC,
    /** A value that the text needs is missing. */
    TEMPLATE_DATA_MISSING,
    TOO_LARGE,
    /** The same id was used before for something else. */
    CONFLICT,
    /** A fault of our own. */
    DEFECT
}
