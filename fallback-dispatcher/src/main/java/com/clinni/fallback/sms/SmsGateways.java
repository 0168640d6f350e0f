package com.clinni.fallback.sms;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the adapter. */
class SmsGateways {

    @Produces
    @Singleton
    SmsGateway gateway(SmsConfig config) {
        return switch (config.adapter()) {
            case HTTP -> new HttpSmsGateway(SmsApi.of(config));
        };
    }
}
