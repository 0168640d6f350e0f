package com.clinni.reminders.request;

import com.clinni.events.EventJson;
import com.clinni.events.MessageRequested;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/** A hash of what a request says. Its time of request and its send-before are not part of it. */
final class RequestHash {

    private RequestHash() {}

    static boolean isOf(MessageRequested request, byte[] hash) {
        return Arrays.equals(of(request), hash);
    }

    static byte[] of(MessageRequested request) {
        var content =
                new MessageRequested(
                        request.messageId(),
                        request.kind(),
                        request.clinicId(),
                        request.patient(),
                        request.occurredAt(),
                        request.variables(),
                        Instant.EPOCH,
                        Instant.EPOCH);
        try {
            return MessageDigest.getInstance("SHA-256").digest(EventJson.write(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
