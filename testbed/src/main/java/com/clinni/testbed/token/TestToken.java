package com.clinni.testbed.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bearer token as the identity provider would issue it to somebody: valid unless a test spoils
 * it.
 */
public record TestToken(Map<String, Object> claims) {

    /** Who issues the tokens of tests. */
    public static final String ISSUER = "http://identity.test/clinni";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long HOUR = 3600;

    public TestToken {
        claims = Map.copyOf(claims);
    }

    /** Somebody with these roles, and no clinic. */
    public static TestToken of(String... roles) {
        var now = Instant.now().getEpochSecond();
        return new TestToken(
                Map.of(
                        "iss",
                        ISSUER,
                        "sub",
                        "test-" + String.join("-", roles),
                        "aud",
                        List.of("clinni"),
                        "iat",
                        now,
                        "exp",
                        now + HOUR,
                        "roles",
                        List.of(roles)));
    }

    /** Somebody who may call every route at every clinic. */
    public static TestToken forEverything() {
        return of("responsable", "servicio").with("clinics", List.of("*"));
    }

    /** The same, at these clinics. */
    public TestToken at(String... clinicIds) {
        return with("clinics", List.of(clinicIds));
    }

    public TestToken with(String claim, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new TestToken(changed);
    }

    public TestToken without(String claim) {
        var changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new TestToken(changed);
    }

    /** What a request says in its Authorization header. */
    public String bearer() {
        return "Bearer " + signed();
    }

    /** The token with the signature of the key that services know. */
    public String signed() {
        return signed(TestKey.pair().getPrivate());
    }

    /** The token with the signature of a key that nobody knows. */
    public String signedByAnother() {
        return signed(TestKey.another().getPrivate());
    }

    /** The token without a signature, as its header says. */
    public String unsigned() {
        return content("none") + ".";
    }

    /** The token signed with what everybody can read: the public key as a shared secret. */
    public String signedWithPublicKey() {
        try {
            var content = content("HS256");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestKey.pair().getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    private String signed(PrivateKey key) {
        try {
            var content = content("RS256");
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    private String content(String algorithm) {
        return json(Map.of("alg", algorithm, "typ", "JWT")) + "." + json(claims);
    }

    private static String json(Map<String, Object> members) {
        try {
            return base64(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a claim cannot be written", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
