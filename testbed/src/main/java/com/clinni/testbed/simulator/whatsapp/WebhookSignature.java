package com.clinni.testbed.simulator.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** WAHA's signature of a webhook: HMAC-SHA512 over the raw body, in hexadecimal. */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA512";

    private WebhookSignature() {}

    public static String of(byte[] body, String key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA512.", e);
        }
    }
}
