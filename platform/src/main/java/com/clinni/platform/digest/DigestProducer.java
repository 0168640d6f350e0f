package com.clinni.platform.digest;

import com.clinni.events.digest.KeyedDigest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the keyed digest of this installation. {@link DigestSecretCheck} has seen its secret. */
@Singleton
class DigestProducer {

    @Produces
    @Singleton
    KeyedDigest digest(DigestConfig config) {
        return new KeyedDigest(config.secret().orElseThrow());
    }
}
