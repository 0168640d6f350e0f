package com.clinni.whatsapp.gateway.waha;

import com.clinni.whatsapp.gateway.SessionState;
import com.clinni.whatsapp.gateway.waha.WahaAnswer.Answered;

/** The table of what WAHA's session statuses mean. */
final class WahaSessions {

    private WahaSessions() {}

    static SessionState stateOf(WahaAnswer answer) {
        if (!(answer instanceof Answered(int status, byte[] body, _))) {
            return SessionState.UNREACHABLE;
        }
        return switch (status) {
            case 200 -> stateOf(WahaJson.read(body).path("status").asText(""));
            case 401, 403 -> SessionState.CREDENTIALS_REFUSED;
            case 404 -> SessionState.LOGGED_OUT;
            default -> SessionState.UNREACHABLE;
        };
    }

    static SessionState stateOf(String status) {
        return switch (status) {
            case "WORKING" -> SessionState.READY;
            case "STARTING" -> SessionState.STARTING;
            case "SCAN_QR_CODE", "PASSKEY_REQUIRED", "PASSKEY_CONFIRMATION_REQUIRED" ->
                    SessionState.NEEDS_QR;
            case "STOPPED", "FAILED" -> SessionState.LOGGED_OUT;
            default -> SessionState.UNREACHABLE;
        };
    }
}
