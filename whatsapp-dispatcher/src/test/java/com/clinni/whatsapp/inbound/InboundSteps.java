package com.clinni.whatsapp.inbound;

import com.clinni.testbed.clock.MutableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The loops that look at what people wrote, called by hand. */
@ApplicationScoped
public class InboundSteps {

    @Inject HiddenSenders hiddenSenders;
    @Inject InboundLoop loop;
    @Inject MutableClock clock;

    /** Somebody writes, and it is looked at. */
    public void hear(String phone, String text) throws Exception {
        WahaWebhooks.tell(WahaWebhooks.written(clock.millis(), phone.substring(1) + "@c.us", text));
        answer();
    }

    private void answer() throws InterruptedException {
        hiddenSenders.ask();
        loop.answer();
    }
}
