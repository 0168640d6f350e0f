package com.clinni.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import no.nav.security.mock.oauth2.token.KeyProvider;

/** The one key of the one issuer, whoever is asked for first after a start. */
final class IssuerKey extends KeyProvider {

    private final RSAKey key;

    IssuerKey(RSAKey key) {
        super(List.of(key));
        this.key = key;
    }

    @Override
    public JWK signingKey(String issuer) {
        return key;
    }
}
