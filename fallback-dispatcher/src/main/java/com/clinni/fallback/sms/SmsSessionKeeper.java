package com.clinni.fallback.sms;

import com.clinni.fallback.sms.gateway.SmsGateway;
import com.clinni.platform.access.ActsForService;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the SMS adapter's session open while nothing is sent. */
@ApplicationScoped
class SmsSessionKeeper {

    private final SmsGateway gateway;

    SmsSessionKeeper(SmsGateway gateway) {
        this.gateway = gateway;
    }

    /** A table that cannot be is found at the start, not at the first SMS. */
    void begin(@Observes StartupEvent start) {
        gateway.keepReady();
    }

    @ActsForService("keep-sms-ready")
    @Scheduled(
            identity = "keep-sms-ready",
            every = "{sms.look-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        gateway.keepReady();
    }
}
