package com.clinni.events.digest;

import com.clinni.events.contact.EmailAddress;
import com.clinni.events.contact.PhoneNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A digest of personal data under a secret of the installation (HMAC-SHA256). The same words have
 * the same digest in every service and at any time, so that they are found again without being
 * kept. Names and numbers are few enough to be tried one by one, which is why a digest without a
 * secret would hide nothing.
 */
public final class KeyedDigest {

    /** In characters. */
    public static final int SHORTEST_SECRET = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    private final SecretKeySpec key;

    /** Another secret makes other digests: nothing that was digested before is found any more. */
    public KeyedDigest(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("a secret has 32 characters or more");
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The digest of these words, as a UUID of version 8 (RFC 9562).
     *
     * @param kind what is digested: the same words of another kind have another digest
     */
    public UUID of(String kind, String... words) {
        var mac = mac();
        add(mac, kind);
        for (var word : words) {
            add(mac, word);
        }
        var hash = ByteBuffer.wrap(mac.doFinal());
        return new UUID(
                (hash.getLong() & ~VERSION_BITS) | VERSION_8,
                (hash.getLong() & ~VARIANT_BITS) | RFC_VARIANT);
    }

    /** The digest of an address, in whatever case it is written. */
    public UUID of(EmailAddress address) {
        return of("email", address.mailbox());
    }

    /** The digest of a number. */
    public UUID of(PhoneNumber phone) {
        return of("phone", phone.e164());
    }

    /** The digest by which a clinic's patient is known after everything else was erased. */
    public UUID ofPatient(String clinicId, String patientId) {
        return of("patient", clinicId, patientId);
    }

    /** With its length, so that no two lists of words run together to the same bytes. */
    private static void add(Mac mac, String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "KeyedDigest[…]";
    }
}
