package com.clinni.fallback.receipt;

import com.clinni.fallback.sms.SmsReceiptsConfig;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.fallback.sms.gateway.SmsReceipt.State;
import com.clinni.fallback.sms.http.JsonAnswer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Receipts as a provider words them: a JSON object whose fields the configuration names. */
final class ReceiptReader {

    private static final int DEEPEST = 16;
    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private final SmsReceiptsConfig names;

    ReceiptReader(SmsReceiptsConfig names) {
        this.names = names;
    }

    /** What a body says. */
    sealed interface Reading {}

    record Read(SmsReceipt receipt) implements Reading {}

    /** A step on the way, or about nothing of ours. */
    record NoNews() implements Reading {}

    record Unreadable() implements Reading {}

    Reading read(byte[] body) {
        var answer = new JsonAnswer(parsed(body));
        if (!answer.isObject()) {
            return new Unreadable();
        }
        var state = answer.text(names.stateField()).flatMap(this::state);
        return state.map(
                        known ->
                                new SmsReceipt(
                                        answer.text(names.referenceField())
                                                .flatMap(ReceiptReader::uuid)
                                                .orElse(null),
                                        answer.text(names.idField()).orElse(null),
                                        known))
                .filter(SmsReceipt::namesAMessage)
                .<Reading>map(Read::new)
                .orElseGet(NoNews::new);
    }

    private Optional<State> state(String word) {
        if (names.delivered().contains(word)) {
            return Optional.of(State.DELIVERED);
        }
        return names.failed().contains(word) ? Optional.of(State.FAILED) : Optional.empty();
    }

    private static Optional<UUID> uuid(String written) {
        try {
            var uuid = UUID.fromString(written);
            return uuid.toString().equalsIgnoreCase(written) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
