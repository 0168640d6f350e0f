package com.clinni.whatsapp.gateway.waha;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.BooleanSupplier;

/**
 * A body that asks once more, when the connection is there and its bytes are wanted: connecting may
 * have taken long, or the whole process may have been asleep. Without its body a request is none.
 */
record GuardedBody(BodyPublisher body, BooleanSupplier mayLeave) implements BodyPublisher {

    /** Not a byte of the body left. */
    static final class Withheld extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static GuardedBody of(byte[] bytes, BooleanSupplier mayLeave) {
        return new GuardedBody(BodyPublishers.ofByteArray(bytes), mayLeave);
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> writer) {
        if (mayLeave.getAsBoolean()) {
            body.subscribe(writer);
        } else {
            writer.onSubscribe(new Nothing());
            writer.onError(new Withheld());
        }
    }

    private record Nothing() implements Subscription {

        @Override
        public void request(long n) {
            // there is nothing to give
        }

        @Override
        public void cancel() {
            // nor to stop
        }
    }
}
