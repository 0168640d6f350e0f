package com.clinni.platform.startup;

import com.clinni.platform.startup.ClinniConfig.Exposure;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the HTTP port from others where anybody may be anybody: at the identity provider of the
 * local system, or without any.
 */
@Singleton
class ExposureCheck implements StartCheck {

    private final Exposure exposure;
    private final Optional<String> host;
    private final Optional<String> provider;

    ExposureCheck(
            ClinniConfig clinni,
            @ConfigProperty(name = "quarkus.http.host") Optional<String> host,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider) {
        this.exposure = clinni.exposure();
        this.host = host;
        this.provider = provider;
    }

    @Override
    public Stream<String> refusals() {
        return exposure == Exposure.LOOPBACK && !isOnThisMachine(host) && !isReal(provider)
                ? Stream.of(
                        "The HTTP port would be open to others, and the identity provider is the"
                                + " local system's or none: set quarkus.oidc.auth-server-url to a"
                                + " real one, or quarkus.http.host to 127.0.0.1, or"
                                + " clinni.exposure to private-network where only our own network"
                                + " reaches the port.")
                : Stream.empty();
    }

    private static boolean isOnThisMachine(Optional<String> host) {
        return host.map(ExposureCheck::isLoopback).orElse(false);
    }

    private static boolean isReal(Optional<String> provider) {
        return provider.map(URI::create)
                .map(URI::getHost)
                .filter(name -> !isLoopback(name))
                .isPresent();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
