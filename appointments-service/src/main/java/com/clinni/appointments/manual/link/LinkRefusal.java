package com.clinni.appointments.manual.link;

import com.clinni.appointments.manual.PageMessages;
import com.clinni.platform.http.Problem;
import java.util.Arrays;

/**
 * The reason why WhatsApp cannot be opened for a visit, and what to do, for the person who pressed.
 */
enum LinkRefusal {
    UNKNOWN_APPOINTMENT,
    CANCELLED,
    IN_THE_PAST,
    ALREADY_SENT,
    CHANGED_SINCE,
    OPTED_OUT,
    NUMBER_OPTED_OUT,
    NO_ADDRESS,
    NOT_MOBILE,
    PHONE_INVALID,
    TEMPLATE_DATA_MISSING,
    TOO_LONG,
    TEXTS_UNAVAILABLE,
    /** Whatever else the texts lack: asking again does not help. */
    OTHER;

    static LinkRefusal of(Problem problem) {
        return Arrays.stream(values())
                .filter(why -> why.name().equals(problem.code()))
                .findFirst()
                .orElse(OTHER);
    }

    String text(PageMessages messages) {
        return switch (this) {
            case UNKNOWN_APPOINTMENT -> messages.refusedUnknownAppointment();
            case CANCELLED -> messages.refusedCancelled();
            case IN_THE_PAST -> messages.refusedInThePast();
            case ALREADY_SENT -> messages.refusedAlreadySent();
            case CHANGED_SINCE -> messages.refusedChangedSince();
            case OPTED_OUT -> messages.refusedOptedOut();
            case NUMBER_OPTED_OUT -> messages.askAgain();
            case NO_ADDRESS -> messages.refusedNoAddress();
            case NOT_MOBILE -> messages.refusedNotMobile();
            case PHONE_INVALID -> messages.refusedPhoneInvalid();
            case TEMPLATE_DATA_MISSING -> messages.refusedTemplateDataMissing();
            case TOO_LONG -> messages.refusedTooLong();
            case TEXTS_UNAVAILABLE -> messages.refusedTextsUnavailable();
            case OTHER -> messages.refusedOther();
        };
    }
}
