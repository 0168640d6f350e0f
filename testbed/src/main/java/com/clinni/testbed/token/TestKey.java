package com.clinni.testbed.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key pair that signs tokens in tests: made once for each process, and found again by code that
 * another class loader loaded.
 */
final class TestKey {

    private static final String REMEMBERED = "com.clinni.testbed.token.key";
    private static final int BITS = 2048;

    private TestKey() {}

    static KeyPair pair() {
        synchronized (System.getProperties()) {
            var remembered = System.getProperty(REMEMBERED);
            if (remembered != null) {
                return read(remembered);
            }
            var made = another();
            var written = Base64.getEncoder().encodeToString(made.getPrivate().getEncoded());
            System.setProperty(REMEMBERED, written);
            return made;
        }
    }

    /** A pair that no service knows. */
    static KeyPair another() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private static KeyPair read(String written) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(written));
            PrivateKey key = factory.generatePrivate(spec);
            var numbers = (RSAPrivateCrtKey) key;
            var open = new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent());
            return new KeyPair(factory.generatePublic(open), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot be read", e);
        }
    }
}
