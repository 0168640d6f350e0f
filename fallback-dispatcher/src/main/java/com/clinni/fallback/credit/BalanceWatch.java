package com.clinni.fallback.credit;

import com.clinni.fallback.sms.SmsConfig;
import com.clinni.fallback.sms.http.HttpSmsBalance;
import com.clinni.fallback.sms.http.SmsBalance;
import com.clinni.fallback.sms.http.SmsHttpClient;
import com.clinni.platform.access.ActsForService;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Compares the provider's balance with what the clinics have left together, now and then, and more
 * often while something is wrong with it.
 */
@ApplicationScoped
public class BalanceWatch {

    private static final Logger LOG = Logger.getLogger(BalanceWatch.class);

    private final ProviderBalance balance;
    private final Optional<HttpSmsBalance> provider;
    private final Clock clock;
    private final AtomicLong missing;
    private final AtomicLong unknown;
    private volatile boolean allIsWell = true;

    BalanceWatch(
            ProviderBalance balance,
            SmsHttpClient http,
            SmsConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.balance = balance;
        this.provider = config.balanceUrl().map(address -> new HttpSmsBalance(http, address));
        this.clock = clock;
        this.missing = metrics.gauge("clinni.sms.balance.missing", new AtomicLong());
        this.unknown = metrics.gauge("clinni.sms.balance.unknown", new AtomicLong());
    }

    /** Asks, where there is somebody to ask. */
    @ActsForService("ask-sms-balance")
    @Scheduled(
            identity = "ask-sms-balance",
            every = "{sms.balance-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void ask() {
        provider.ifPresent(this::ask);
    }

    /** Asks again sooner than usual, so that a balance that was mended is used soon. */
    @ActsForService("ask-sms-balance-again")
    @Scheduled(
            identity = "ask-sms-balance-again",
            every = "{sms.balance-again-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void askAgain() {
        if (!allIsWell) {
            ask();
        }
    }

    private void ask(HttpSmsBalance of) {
        allIsWell = false;
        var askedAt = clock.instant();
        var before = QuarkusTransaction.requiringNew().call(balance::books);
        switch (of.ask()) {
            case SmsBalance.Left(var segments) -> {
                QuarkusTransaction.requiringNew()
                        .run(() -> balance.told(segments, before, askedAt));
                compare(before.remaining() - segments);
            }
            case SmsBalance.Odd() -> {
                QuarkusTransaction.requiringNew().run(() -> balance.oddlyTold(askedAt));
                unknown.set(1);
                LOG.error("the SMS provider's balance is no balance: no SMS leaves");
            }
            case SmsBalance.Untold(var observation) -> {
                unknown.set(1);
                LOG.warnf("the SMS provider does not tell its balance: %s", observation);
            }
        }
    }

    private void compare(long lacking) {
        unknown.set(0);
        missing.set(Math.max(0, lacking));
        allIsWell = lacking <= 0;
        if (!allIsWell) {
            LOG.errorf("the SMS provider has %d segments less than the clinics", lacking);
        }
    }
}
