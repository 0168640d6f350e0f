package com.clinni.platform.access;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of a token whose signature was checked before. */
record SignedClaims(JsonObject claims) {

    private static final int PAYLOAD = 1;

    /** The claims of a signed token in its compact form. */
    static SignedClaims of(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[PAYLOAD]);
        return new SignedClaims(new JsonObject(new String(payload, StandardCharsets.UTF_8)));
    }

    /** Who the token is about. */
    Optional<String> subject() {
        return Optional.ofNullable(claims.getValue("sub"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /**
     * The words of a claim that is a list, or a single word; anything else in it stays as it is
     * written, so that it is no word that somebody knows.
     */
    List<String> words(String claim) {
        return switch (value(claim)) {
            case null -> List.of();
            case JsonArray array -> array.stream().map(String::valueOf).toList();
            case Object single -> List.of(single.toString());
        };
    }

    private @Nullable Object value(String claim) {
        Object at = claims;
        for (var name : claim.split("/")) {
            at = at instanceof JsonObject object ? object.getValue(name) : null;
        }
        return at;
    }
}
