package com.clinni.appointments.reminder;

import com.clinni.events.DeliveryState;
import java.util.Arrays;
import java.util.Optional;

/** The state of a reminder, in the words that clinics read. */
public enum PublicState {
    SCHEDULED("Programado", "Scheduled"),
    QUEUED("En cola", "Queued"),
    RETRYING("Reintentando", "Retrying"),
    SENDING("Enviando", "Sending"),
    IN_DOUBT("En duda", "In doubt"),
    SENT("Enviado", "Sent"),
    DELIVERED("Entregado", "Delivered"),
    READ("Leído", "Read"),
    FALLBACK("Canal alternativo", "Fallback"),
    SKIPPED("Omitido", "Skipped"),
    EXPIRED("Caducado", "Expired"),
    CANCELLED("Cancelado", "Cancelled"),
    SENT_BY_HAND("Enviado a mano", "Sent by hand"),
    DOUBT_CLOSED("En duda, cerrado", "Doubt closed"),
    NOT_DELIVERED("Sin entregar", "Not delivered"),
    DISCARDED("Descartado", "Discarded");

    /** How the table calls a reminder whose rule went before it was due; nobody is shown it. */
    public static final String DROPPED = "DROPPED";

    private final String spanish;
    private final String english;

    PublicState(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    /** The word for what a dispatcher reported. */
    public static PublicState of(DeliveryState reported, int attempts) {
        return switch (reported) {
            case WAITING -> attempts > 0 ? RETRYING : QUEUED;
            case REPLAYED -> QUEUED;
            case SENDING -> SENDING;
            case IN_DOUBT -> IN_DOUBT;
            case ACCEPTED -> SENT;
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            case DEAD, RECEIVED -> FALLBACK;
            case NOT_WANTED, SUPPRESSED -> SKIPPED;
            case EXPIRED -> EXPIRED;
            case WITHDRAWN -> CANCELLED;
            case DOUBT_CLOSED -> DOUBT_CLOSED;
            case NEEDS_ATTENTION -> NOT_DELIVERED;
            case DISCARDED -> DISCARDED;
        };
    }

    /** The state with this code, if there is one. */
    public static Optional<PublicState> coded(String code) {
        return Arrays.stream(values()).filter(state -> state.name().equals(code)).findFirst();
    }

    /** The word itself, in Spanish or English. */
    public String text(boolean inEnglish) {
        return inEnglish ? english : spanish;
    }
}
