package com.clinni.platform.startup;

import com.clinni.platform.startup.ClinniConfig.Exposure;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the HTTP port from others while there is no sign-in. */
@Singleton
class ExposureCheck implements StartCheck {

    private final Exposure exposure;
    private final Optional<String> host;

    ExposureCheck(
            ClinniConfig clinni,
            @ConfigProperty(name = "quarkus.http.host") Optional<String> host) {
        this.exposure = clinni.exposure();
        this.host = host;
    }

    @Override
    public Stream<String> refusals() {
        return exposure == Exposure.LOOPBACK && !host.map(ExposureCheck::isLoopback).orElse(false)
                ? Stream.of(
                        "The HTTP port would be open to others, and there is no sign-in yet: set"
                                + " quarkus.http.host to 127.0.0.1, or clinni.exposure to"
                                + " private-network where only our own network reaches it.")
                : Stream.empty();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
