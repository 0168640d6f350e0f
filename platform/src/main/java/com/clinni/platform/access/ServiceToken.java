package com.clinni.platform.access;

import java.io.IOException;
import java.util.Optional;

/** The token by which this service calls another. */
public interface ServiceToken {

    /**
     * What a request to another service says in its Authorization header; empty without a provider,
     * which only tests are.
     *
     * @throws IOException where the provider issues no token now
     */
    Optional<String> bearer() throws IOException;
}
