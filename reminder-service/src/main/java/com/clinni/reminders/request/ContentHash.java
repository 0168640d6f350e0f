package com.clinni.reminders.request;

import com.clinni.events.EventJson;
import com.clinni.events.MessageRequested;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/** What a request says, as a digest. When it was asked for, and until when, is not part of it. */
final class ContentHash {

    private ContentHash() {}

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
