package com.clinni.fallback.provider;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Limits the trouble that one provider can cause: a time limit, a limit of simultaneous calls, and
 * a circuit breaker. It never repeats a call.
 */
public final class ProviderGuard {

    private static final int VOLUME = 10;
    private static final double RATIO = 0.5;

    private final TypedGuard<SendOutcome> guard;
    private final Cause unreachable;

    /**
     * @param unreachable what it means when the breaker is open
     */
    public ProviderGuard(Cause unreachable, Duration timeLimit, int slots, Duration rest) {
        this.unreachable = unreachable;
        this.guard =
                TypedGuard.create(SendOutcome.class)
                        .withTimeout()
                        .duration(timeLimit.toMillis(), ChronoUnit.MILLIS)
                        .done()
                        .withBulkhead()
                        .limit(slots)
                        .done()
                        .withCircuitBreaker()
                        .requestVolumeThreshold(VOLUME)
                        .failureRatio(RATIO)
                        .delay(rest.toMillis(), ChronoUnit.MILLIS)
                        .done()
                        .build();
    }

    /**
     * Calls once at most. The guard's own refusals are certain not to have sent; its limit is not.
     */
    public SendOutcome call(Callable<SendOutcome> send) {
        try {
            return guard.call(() -> raised(send.call()));
        } catch (Trouble trouble) {
            return trouble.outcome;
        } catch (CircuitBreakerOpenException | BulkheadException e) {
            return NotSent.forNow(unreachable);
        } catch (TimeoutException e) {
            return new InDoubt("TIME_LIMIT");
        } catch (Exception e) {
            return new InDoubt(e.getClass().getSimpleName());
        }
    }

    /** The breaker counts exceptions, so the provider's trouble goes through it as one. */
    private static SendOutcome raised(SendOutcome outcome) throws Trouble {
        return switch (outcome) {
            case InDoubt _ -> throw new Trouble(outcome);
            case NotSent notSent when notSent.mayPass() && notSent.cause() != null ->
                    throw new Trouble(outcome);
            default -> outcome;
        };
    }

    private static final class Trouble extends Exception {

        private final transient SendOutcome outcome;

        Trouble(SendOutcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
