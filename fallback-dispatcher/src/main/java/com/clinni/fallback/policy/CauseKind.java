package com.clinni.fallback.policy;

import com.clinni.events.Cause;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of causes, by what is at fault: whether the same bytes can end otherwise when they are
 * sent again follows from it.
 */
public enum CauseKind {
    /** The record itself. Its bytes are at fault again, until whoever reads them has changed. */
    RECORD,
    /** The patient's addresses, as they stand in the record. */
    ADDRESS,
    /** A line of WhatsApp, which may be able again. */
    LINE,
    /** An answer that may be another one next time: of a provider, a credit, the hour, a doubt. */
    ANSWER;

    public static CauseKind of(Cause cause) {
        return switch (cause) {
            case UNREADABLE,
                    SCHEMA_INVALID,
                    UNKNOWN_VERSION,
                    UNKNOWN_CLINIC,
                    TEMPLATE_DATA_MISSING,
                    TOO_LARGE,
                    CONFLICT ->
                    RECORD;
            case NO_ADDRESS, PHONE_INVALID, NOT_MOBILE, EMAIL_INVALID -> ADDRESS;
            case GATEWAY_UNREACHABLE,
                    LINE_DOWN,
                    LINE_RESTRICTED,
                    LINE_SILENT,
                    LINE_BUSY,
                    RATE_LIMITED,
                    CREDENTIALS_REFUSED,
                    ENGINE_UNSUITABLE ->
                    LINE;
            case NOT_ON_WHATSAPP,
                    REFUSED_BY_PROVIDER,
                    DOUBT_UNRESOLVED,
                    QUIET_HOURS,
                    EMAIL_REFUSED,
                    MAIL_UNREACHABLE,
                    SMS_NO_CREDIT,
                    SMS_REFUSED,
                    SMS_SENDER_BLOCKED,
                    SMS_COUNTRY_BLOCKED,
                    SMS_UNREACHABLE,
                    DEFECT ->
                    ANSWER;
        };
    }

    /** All causes of this kind. */
    public Set<Cause> causes() {
        return Arrays.stream(Cause.values())
                .filter(cause -> of(cause) == this)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)),
                                Collections::unmodifiableSet));
    }
}
