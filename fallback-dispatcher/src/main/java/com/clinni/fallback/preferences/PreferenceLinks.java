package com.clinni.fallback.preferences;

import com.clinni.events.MessageReady;
import com.clinni.events.digest.KeyedDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Links that let one patient of one clinic, and nobody else, say how to be written to. They name
 * ids, the clinic, a language, and the address by its keyed digest only, and are signed: without
 * the key none can be made up.
 */
@ApplicationScoped
public class PreferenceLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_OCTETS = 16;
    private static final int LONGEST = 600;
    private static final int LONGEST_NAME = 60;
    private static final int PARTS = 5;
    private static final int PARTS_OF_VERSION_0_1 = 3;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Optional<URI> url;
    private final List<String> keys;
    private final KeyedDigest digest;

    PreferenceLinks(PreferencesConfig config, KeyedDigest digest) {
        this.url = config.url();
        this.keys = Stream.of(config.key(), config.keyBefore()).flatMap(Optional::stream).toList();
        this.digest = digest;
    }

    /**
     * Whom a link is for.
     *
     * @param address the digest of the address that the e-mail went to; links of version 0.1 have
     *     none, and no name of the clinic
     */
    record Holder(
            String clinicId,
            String patientId,
            String language,
            @Nullable UUID address,
            @Nullable String clinicName) {}

    /**
     * The link for an e-mail's recipient; empty where none are configured, or the ids are oddly
     * long.
     */
    public Optional<String> to(MessageReady message) {
        var email = message.recipient().email();
        if (url.isEmpty() || keys.isEmpty() || email == null) {
            return Optional.empty();
        }
        var said =
                Stream.of(
                                message.clinic().clinicId(),
                                message.recipient().patientId(),
                                message.recipient().language(),
                                digest.of(email).toString(),
                                shortened(message.clinic().name()))
                        .map(PreferenceLinks::encoded)
                        .collect(Collectors.joining("."));
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
        return isSigned(said, decoded(token.substring(end + 1)))
                ? read(Stream.of(said.split("\\.", -1)).map(PreferenceLinks::text).toList())
                : Optional.empty();
    }

    private static Optional<Holder> read(List<String> parts) {
        return switch (parts.size()) {
            case PARTS ->
                    Optional.of(
                            new Holder(
                                    parts.get(0),
                                    parts.get(1),
                                    parts.get(2),
                                    UUID.fromString(parts.get(3)),
                                    parts.get(4)));
            case PARTS_OF_VERSION_0_1 ->
                    Optional.of(new Holder(parts.get(0), parts.get(1), parts.get(2), null, null));
            default -> Optional.empty();
        };
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

    private static String shortened(String name) {
        return name.codePoints()
                .limit(LONGEST_NAME)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
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
