package com.clinni.whatsapp.gateway.waha;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of WAHA's webhooks: HMAC-SHA512 over the body's bytes, in hex. */
public final class WahaSignature {

    private static final String ALGORITHM = "HmacSHA512";

    private WahaSignature() {}

    /**
     * Whether one of these keys signed these bytes. Two keys are in use while one is replaced.
     *
     * @param signatures every value of the signature header: more than one is none
     */
    public static boolean isBy(List<String> keys, byte[] body, List<String> signatures) {
        if (signatures == null || signatures.size() != 1) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(signatures.getFirst().strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        var matches = false;
        for (var key : keys) {
            matches |= MessageDigest.isEqual(sign(key, body), claimed);
        }
        return matches;
    }

    static byte[] sign(String key, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this machine cannot compute " + ALGORITHM, e);
        }
    }
}
