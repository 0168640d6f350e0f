package com.clinni.fallback.email;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Flow;

/** An attachment's bytes, all of them. */
record Collected(ByteArrayOutputStream bytes) implements Flow.Subscriber<Byte> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Byte item) {
        bytes.write(item);
    }

    @Override
    public void onError(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {}
}
