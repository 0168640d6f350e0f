package com.clinni.fallback.email;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
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

    private final ReactiveMailer mailer;
    private final Vertx vertx;
    private Context loop;

    MailClientLoop(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
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
    void send(Mail mail, long limitMillis, BooleanSupplier mayBegin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var accepted = new CompletableFuture<Void>();
        loop.runOnContext(
                start ->
                        Uni.createFrom()
                                .deferred(
                                        () ->
                                                mayBegin.getAsBoolean()
                                                        ? mailer.send(mail)
                                                        : Uni.createFrom()
                                                                .<Void>failure(new HeldBack()))
                                .subscribe()
                                .with(
                                        done -> accepted.complete(null),
                                        accepted::completeExceptionally));
        accepted.get(limitMillis, TimeUnit.MILLISECONDS);
    }
}
