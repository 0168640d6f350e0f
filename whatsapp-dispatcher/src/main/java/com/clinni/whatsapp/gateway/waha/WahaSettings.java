package com.clinni.whatsapp.gateway.waha;

import java.net.URI;
import java.time.Duration;

/**
 * Settings of one WAHA session: where it is and how patient we are.
 *
 * @param callTimeout from the start of a call to the last byte of its answer
 */
public record WahaSettings(
        URI url, String session, String apiKey, Duration callTimeout, Duration connectTimeout) {

    /** Without the key. */
    @Override
    public String toString() {
        return "WahaSettings[" + session + "]";
    }
}
