package com.clinni.whatsapp.line;

import com.clinni.whatsapp.gateway.WhatsAppGateway;
import com.clinni.whatsapp.gateway.waha.WahaGateway;
import com.clinni.whatsapp.gateway.waha.WahaSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the adapter that a line's configuration names. */
@FunctionalInterface
interface Gateways {

    WhatsAppGateway of(LineConfig line);

    /** The one place that chooses between adapters. */
    @Singleton
    class Chosen {

        @Produces
        @Singleton
        Gateways gateways(Clock clock) {
            return line ->
                    switch (line.gateway()) {
                        case WAHA ->
                                new WahaGateway(
                                        new WahaSettings(
                                                line.url(),
                                                line.session(),
                                                line.apiKey().orElse(""),
                                                line.callTimeout(),
                                                line.connectTimeout()),
                                        clock);
                    };
        }
    }
}
