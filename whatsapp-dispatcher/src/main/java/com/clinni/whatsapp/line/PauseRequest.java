package com.clinni.whatsapp.line;

import com.clinni.platform.http.Problem;

/**
 * A person's request to stop or start a line.
 *
 * @param waiting what messages do meanwhile; FALL_BACK when left out
 */
record PauseRequest(String reason, Waiting waiting) {

    private static final int LONGEST = 200;

    enum Waiting {
        FALL_BACK,
        WAIT
    }

    static PauseRequest checked(PauseRequest request) {
        if (request.reason() == null || request.reason().isBlank()) {
            throw Problem.of(422, "REASON_MISSING", "reason");
        }
        if (request.reason().length() > LONGEST || request.reason().indexOf('\0') >= 0) {
            throw Problem.of(422, "REASON_UNUSABLE", "reason");
        }
        return request;
    }

    boolean waits() {
        return waiting == Waiting.WAIT;
    }
}
