package com.clinni.whatsapp.reply;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends what is to be answered, once. */
@ApplicationScoped
public class ReplySteps {

    private final ReplyLoop loop;

    ReplySteps(ReplyLoop loop) {
        this.loop = loop;
    }

    public void reply() throws InterruptedException {
        loop.replyWaiting();
    }
}
