package com.clinni.fallback.sms;

import com.clinni.fallback.sms.gateway.ReceiptSink;
import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.fallback.sms.http.HttpSmsGateway;
import com.clinni.fallback.sms.http.SmsHttpClient;
import com.clinni.fallback.sms.smpp.SmppGateway;
import com.clinni.platform.time.Stopwatch;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the adapter. */
class SmsGateways {

    @Produces
    @Singleton
    SmsHttpClient httpClient(SmsConfig config) {
        return new SmsHttpClient(
                config.gatewayUrl(),
                config.gatewayApiKey(),
                config.connectLimit(),
                config.callLimit(),
                config.http());
    }

    @Produces
    @Singleton
    SmsGateway gateway(
            SmsConfig config,
            SmsHttpClient http,
            ReceiptSink receipts,
            Stopwatch stopwatch,
            MeterRegistry metrics) {
        return switch (config.adapter()) {
            case HTTP -> new HttpSmsGateway(http, config.http());
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
