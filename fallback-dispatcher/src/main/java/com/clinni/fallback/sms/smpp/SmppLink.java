package com.clinni.fallback.sms.smpp;

import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.platform.time.Stopwatch;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;

/**
 * The one session with the provider, as transceiver. A lost one is bound anew when it is needed,
 * with growing pauses while that fails; in a pause nothing is tried.
 */
final class SmppLink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmppLink.class);
    private static final int PROCESSORS = 2;

    private final SmppConfig config;
    private final Duration callLimit;
    private final ConnectionFactory connections;
    private final MessageReceiverListener receipts;
    private final Stopwatch stopwatch;
    private volatile @Nullable SMPPSession session;
    private long triedAt;
    private Duration pause = Duration.ZERO;
    private @Nullable NotSent why;
    private boolean closed;

    SmppLink(
            SmppConfig config,
            Duration callLimit,
            ConnectionFactory connections,
            MessageReceiverListener receipts,
            Stopwatch stopwatch) {
        this.config = config;
        this.callLimit = callLimit;
        this.connections = connections;
        this.receipts = receipts;
        this.stopwatch = stopwatch;
    }

    /** Whether there is a session, and if not, why. */
    sealed interface State {

        record Up(SMPPSession session) implements State {}

        record Down(NotSent why) implements State {}
    }

    boolean isUp() {
        return isUp(session);
    }

    private static boolean isUp(@Nullable SMPPSession current) {
        return current != null && current.getSessionState().isTransmittable();
    }

    /** The session; binds it if that is due. */
    State state() {
        var current = session;
        return current != null && isUp(current) ? new State.Up(current) : bind();
    }

    private synchronized State bind() {
        var current = session;
        if (current != null && isUp(current)) {
            return new State.Up(current);
        }
        if (closed || (why != null && stopwatch.since(triedAt).compareTo(pause) < 0)) {
            return new State.Down(why == null ? NotSent.HELD_BACK : why);
        }
        var fresh =
                new SMPPSession(
                        new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
                        new BoundedPdus(),
                        connections);
        fresh.setTransactionTimer(callLimit.toMillis());
        fresh.setEnquireLinkTimer((int) config.enquireEvery().toMillis());
        fresh.setPduProcessorDegree(PROCESSORS);
        fresh.setMessageReceiverListener(receipts);
        try {
            fresh.connectAndBind(config.host(), config.port(), account(), callLimit.toMillis());
            session = fresh;
            why = null;
            pause = Duration.ZERO;
            LOG.info("bound to the SMS provider");
            return new State.Up(fresh);
        } catch (IOException | RuntimeException e) {
            fresh.close();
            return new State.Down(failed(SmppErrors.ofBind(e)));
        }
    }

    private NotSent failed(NotSent reason) {
        triedAt = stopwatch.nanos();
        var doubled = pause.isZero() ? config.pause() : pause.multipliedBy(2);
        pause = doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
        why = reason;
        LOG.warnf("not bound to the SMS provider: %s, again in %s", reason.cause(), pause);
        return reason;
    }

    private BindParameter account() {
        return new BindParameter(
                BindType.BIND_TRX,
                config.systemId(),
                config.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }

    @Override
    public synchronized void close() {
        closed = true;
        var current = session;
        if (current != null) {
            current.unbindAndClose();
        }
    }
}
