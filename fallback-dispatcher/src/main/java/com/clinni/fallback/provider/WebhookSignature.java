package com.clinni.fallback.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over a body's bytes, in hexadecimal; the key before this one is good as well. */
public record WebhookSignature(List<String> keys) {

    private static final String ALGORITHM = "HmacSHA256";

    /** By either of two keys, as far as they are there. */
    public static WebhookSignature of(Optional<String> key, Optional<String> before) {
        return new WebhookSignature(Stream.of(key, before).flatMap(Optional::stream).toList());
    }

    /** Compared in constant time; with no key nothing is authentic. */
    public boolean isOf(byte[] body, String signed) {
        if (body == null || signed == null) {
            return false;
        }
        var given = octets(signed);
        return keys.stream()
                .map(key -> MessageDigest.isEqual(hmac(key, body), given))
                .reduce(false, Boolean::logicalOr);
    }

    private static byte[] octets(String hex) {
        try {
            return HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hmac(String key, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[" + keys.size() + "]";
    }
}
