package com.clinni.fallback.sms;

import com.clinni.fallback.sms.smpp.SmppGateway;
import com.clinni.fallback.time.Stopwatch;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the adapter. */
class SmsGateways {

    @Produces
    @Singleton
    SmsGateway gateway(
            SmsConfig config, SmsReceipts receipts, Stopwatch stopwatch, MeterRegistry metrics) {
        return switch (config.adapter()) {
            case HTTP -> new HttpSmsGateway(SmsApi.of(config), config.http());
            case SMPP ->
                    metrics.gauge(
                            "clinni.sms.smpp.bound",
                            SmppGateway.of(
                                    config.smpp(),
                                    config.connectLimit(),
                                    config.callLimit(),
                                    receipts,
                                    stopwatch),
                            smpp -> smpp.isBound() ? 1 : 0);
        };
    }

    void close(@Disposes SmsGateway gateway) {
        gateway.close();
    }
}
