package com.clinni.whatsapp.prepare;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;

/** Prepares once, or ticks. */
@ApplicationScoped
public class PrepareSteps {

    private final PrepareLoop loop;

    PrepareSteps(PrepareLoop loop) {
        this.loop = loop;
    }

    public void prepare() throws InterruptedException, ExecutionException {
        loop.prepareWaiting();
    }

    public void tick() {
        loop.tick();
    }
}
