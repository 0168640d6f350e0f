package com.clinni.fallback.preferences;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that let one patient of one clinic, and nobody else, say how to be written to. They name
 * ids and a language and no address, and are signed: without the key none can be made up.
 */
@ApplicationScoped
public class PreferenceLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_OCTETS = 16;
    private static final int LONGEST = 600;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Optional<URI> url;
    private final List<String> keys;

    PreferenceLinks(PreferencesConfig config) {
        this.url = config.url();
        this.keys = Stream.of(config.key(), config.keyBefore()).flatMap(Optional::stream).toList();
    }

    /** Whom a link is for. */
    record Holder(String clinicId, String patientId, String language) {}

    /** The link for a patient; empty where none are configured, or the ids are oddly long. */
    public Optional<String> to(String clinicId, String patientId, String language) {
        if (url.isEmpty() || keys.isEmpty() || patientId == null) {
            return Optional.empty();
        }
        var said = encoded(clinicId) + "." + encoded(patientId) + "." + encoded(language);
        var token = said + "." + ENCODER.encodeToString(signature(keys.getFirst(), said));
        return token.length() > LONGEST
                ? Optional.empty()
                : Optional.of(url.get().toString().replaceFirst("/$", "") + "/" + token);
    }

    /** Whom a token is for, if it is one of ours. */
    Optional<Holder> holder(String token) {
        var end = token.lastIndexOf('.');
        if (token.length() > LONGEST || end < 0) {
            return Optional.empty();
        }
        var said = token.substring(0, end);
        var given = decoded(token.substring(end + 1));
        var parts = said.split("\\.", -1);
        return parts.length == 3 && isSigned(said, given)
                ? Optional.of(new Holder(text(parts[0]), text(parts[1]), text(parts[2])))
                : Optional.empty();
    }

    private boolean isSigned(String said, byte[] given) {
        return keys.stream()
                .map(key -> MessageDigest.isEqual(signature(key, said), given))
                .reduce(false, Boolean::logicalOr);
    }

    private static byte[] signature(String key, String said) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var whole = mac.doFinal(("preferences:" + said).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, SIGNATURE_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static String encoded(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String encoded) {
        return new String(decoded(encoded), StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String encoded) {
        try {
            return Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
