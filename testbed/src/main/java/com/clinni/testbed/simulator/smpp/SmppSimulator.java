package com.clinni.testbed.simulator.smpp;

import com.clinni.testbed.simulator.sms.ReceivedSms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.connection.socket.SocketConnection;

/** An SMS provider behind SMPP 3.4, on the loopback address, with one account. */
public final class SmppSimulator implements AutoCloseable {

    public static final String SYSTEM_ID = "clinni";

    private static final long PATIENCE_MILLIS = 5_000;
    private static final int PROCESSORS = 32;
    private static final int QUEUE = 500;

    private final String password;
    private final Clock clock;
    private final SmppReceiver receiver = new SmppReceiver(this);
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final List<ReceivedSms> phones = new CopyOnWriteArrayList<>();
    private int port;
    private ServerSocket server;

    /**
     * Listens at once.
     *
     * @param port 0 takes any; it stays the same when the listener goes down and comes up again
     * @param clock tells when a message arrived
     */
    public SmppSimulator(int port, String password, Clock clock) {
        this.port = port;
        this.password = password;
        this.clock = clock;
        open();
    }

    /** Listens. */
    public synchronized void open() {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on.", e);
        }
        var listening = server;
        Thread.ofVirtual().start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                var connection = new SocketConnection(listening.accept());
                Thread.ofVirtual().start(() -> welcome(connection));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void welcome(SocketConnection connection) {
        var session =
                new SMPPServerSession(
                        connection,
                        null,
                        receiver,
                        new ServerResponseDeliveryAdapter() {},
                        PROCESSORS,
                        QUEUE);
        sessions.add(session);
        try {
            var bind = session.waitForBind(PATIENCE_MILLIS);
            if (SYSTEM_ID.equals(bind.getSystemId()) && password.equals(bind.getPassword())) {
                bind.accept("simulator");
            } else {
                bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (IOException | TimeoutException | org.jsmpp.PDUStringException e) {
            session.close();
        }
    }

    /** From now on. */
    public void answer(SmppAnswer answer) {
        receiver.answer = answer;
    }

    /** How long each answer takes. */
    public void takeMillis(long millis) {
        receiver.millis = millis;
    }

    /** Cuts all sessions and goes on listening. */
    public void cut() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** Says something by itself, as a receipt; it waits until it is answered. */
    public void tell(String text) {
        tell(SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT, text);
    }

    /** The same with another esm_class; 0 is a patient who writes. */
    public void tell(byte esmClass, String text) {
        var session = sessions.stream().filter(s -> s.getSessionState().isBound()).findFirst();
        try {
            session.orElseThrow()
                    .deliverShortMessage(
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            "34600000123",
                            TypeOfNumber.ALPHANUMERIC,
                            NumberingPlanIndicator.UNKNOWN,
                            "Clinni",
                            new ESMClass(esmClass),
                            (byte) 0,
                            (byte) 0,
                            new RegisteredDelivery(0),
                            DataCodings.ZERO,
                            text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (Exception e) {
            throw new IllegalStateException("It was not taken: " + e.getClass().getName(), e);
        }
    }

    void arrived(String to, Handset.Text text, String id, String from) {
        phones.add(
                new ReceivedSms(clock.instant(), to, text.text(), text.segments(), id, from, ""));
    }

    public List<ReceivedSms> received() {
        return List.copyOf(phones);
    }

    /** How many submit_sm came, parts counted one by one. */
    public int submissions() {
        return receiver.submissions.get();
    }

    /** How many were being answered at once, at most. */
    public int mostAtOnce() {
        return receiver.mostAtOnce.get();
    }

    /** How often the other side asked whether anybody is there. */
    public int enquiries() {
        return receiver.enquiries.get();
    }

    public synchronized int port() {
        return port;
    }

    /** Stops listening and cuts all sessions. */
    @Override
    public synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
