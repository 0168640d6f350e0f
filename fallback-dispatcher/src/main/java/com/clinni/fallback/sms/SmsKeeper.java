package com.clinni.fallback.sms;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks after what the adapter keeps open, though nothing is sent. */
@ApplicationScoped
class SmsKeeper {

    private final SmsGateway gateway;

    SmsKeeper(SmsGateway gateway) {
        this.gateway = gateway;
    }

    @Scheduled(
            identity = "keep-sms-ready",
            every = "{sms.look-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        gateway.keepReady();
    }
}
