package com.clinni.fallback.email;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Hands e-mails to the mail client on one event loop, always the same. Called from anywhere else
 * the client connects on one loop and listens on another, now and then misses the server's
 * greeting, and waits for ever: one e-mail in a hundred, measured.
 */
@ApplicationScoped
class MailClientLoop {

    private final MailClient client;
    private final Vertx vertx;
    private Context loop;

    MailClientLoop(MailClient client, Vertx vertx) {
        this.client = client;
        this.vertx = vertx;
    }

    /** Only a thread without a context of its own is given a new event loop. */
    @PostConstruct
    void chooseLoop() {
        var chosen = new CompletableFuture<Context>();
        Thread.ofPlatform().start(() -> chosen.complete(vertx.getOrCreateContext()));
        loop = chosen.join();
    }

    /** It was not begun. */
    static final class HeldBack extends Exception {

        HeldBack() {
            super(null, null, false, false);
        }
    }

    /**
     * Returns when the server has accepted it; fails with what the client says.
     *
     * @param mayBegin asked on the event loop, after which nothing waits before the client connects
     */
    void send(MailMessage mail, long limitMillis, BooleanSupplier mayBegin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var accepted = new CompletableFuture<Void>();
        loop.runOnContext(start -> send(mail, mayBegin, accepted));
        accepted.get(limitMillis, TimeUnit.MILLISECONDS);
    }

    private void send(
            MailMessage mail, BooleanSupplier mayBegin, CompletableFuture<Void> accepted) {
        try {
            if (mayBegin.getAsBoolean()) {
                client.sendMail(mail)
                        .onSuccess(result -> accepted.complete(null))
                        .onFailure(accepted::completeExceptionally);
            } else {
                accepted.completeExceptionally(new HeldBack());
            }
        } catch (RuntimeException e) {
            accepted.completeExceptionally(e);
        }
    }
}
