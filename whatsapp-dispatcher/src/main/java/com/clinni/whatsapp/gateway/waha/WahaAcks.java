package com.clinni.whatsapp.gateway.waha;

import com.clinni.whatsapp.gateway.Ack;
import com.clinni.whatsapp.gateway.NotSentReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The table of WAHA's acks: 0 pending, 1 server, 2 device, 3 read, 4 played, and below 0 an error.
 * They come as numbers, as texts of numbers, or by name; what is raw of Baileys counts from one
 * higher.
 */
final class WahaAcks {

    private static final Map<String, Integer> NAMES =
            Map.of(
                    "ERROR", -1,
                    "PENDING", 0,
                    "SERVER", 1,
                    "SERVER_ACK", 1,
                    "DEVICE", 2,
                    "DELIVERY_ACK", 2,
                    "READ", 3,
                    "PLAYED", 4);

    private static final int LOWEST = -7;
    private static final int HIGHEST = 4;
    private static final String RESTRICTED = "463";

    private WahaAcks() {}

    /** How far a message came; empty where nothing is said. */
    static OptionalInt levelOf(JsonNode message) {
        return Stream.of(
                        number(message.path("ack"), 0),
                        name(message.path("ackName")),
                        name(message.path("status")),
                        number(message.path("status"), -1))
                .flatMapToInt(OptionalInt::stream)
                .filter(level -> level >= LOWEST && level <= HIGHEST)
                .findFirst();
    }

    static boolean isError(int level) {
        return level < 0;
    }

    /** The step of the ladder that a level is which is no error. */
    static Ack ackOf(int level) {
        return switch (level) {
            case 0 -> Ack.PENDING;
            case 1 -> Ack.SERVER;
            case 2 -> Ack.DEVICE;
            default -> Ack.READ;
        };
    }

    /** Why a message failed that the gateway had accepted: WhatsApp names one of its reasons. */
    static NotSentReason reasonIn(JsonNode message) {
        var error = message.path("error");
        var isRestricted =
                error.path("blocked").asBoolean(false)
                        || Stream.of(
                                        error,
                                        error.path("code"),
                                        message.path("messageStubParameters").path(0),
                                        message.at("/_data/messageStubParameters/0"))
                                .anyMatch(code -> code.asText().equals(RESTRICTED));
        return isRestricted ? NotSentReason.LINE_RESTRICTED : NotSentReason.REFUSED_BY_PROVIDER;
    }

    private static OptionalInt number(JsonNode told, int higherBy) {
        var number = WahaJson.number(told);
        return number.isPresent() && Math.abs(number.getAsLong()) <= -LOWEST
                ? OptionalInt.of((int) number.getAsLong() + higherBy)
                : OptionalInt.empty();
    }

    private static OptionalInt name(JsonNode told) {
        var level = NAMES.get(told.asText());
        return level == null ? OptionalInt.empty() : OptionalInt.of(level);
    }
}
