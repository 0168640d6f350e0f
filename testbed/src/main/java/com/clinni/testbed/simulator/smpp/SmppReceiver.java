package com.clinni.testbed.simulator.smpp;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes submit_sm and nothing else. */
final class SmppReceiver implements ServerMessageReceiverListener {

    volatile SmppAnswer answer = SmppAnswer.ACCEPT;
    volatile long millis;
    final AtomicInteger submissions = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final AtomicInteger enquiries = new AtomicInteger();

    private final SmppSimulator simulator;
    private final Handset handset = new Handset();
    private final AtomicInteger atOnce = new AtomicInteger();

    SmppReceiver(SmppSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        var now = atOnce.incrementAndGet();
        mostAtOnce.accumulateAndGet(now, Math::max);
        try {
            return answered(sm, session, "sms-" + submissions.incrementAndGet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(SMPPConstant.STAT_ESME_RSYSERR);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private SubmitSmResult answered(SubmitSm sm, SMPPServerSession session, String id)
            throws ProcessRequestException, InterruptedException, PDUStringException {
        var how = answer;
        Thread.sleep(millis);
        if (how.status() != 0) {
            throw refused(how.status());
        }
        var to = "+" + sm.getDestAddress();
        handset.take(to, sm.getEsmClass(), sm.getDataCoding(), sm.getShortMessage())
                .ifPresent(text -> simulator.arrived(to, text, id, sm.getSourceAddr()));
        switch (how) {
            case HANG -> new CountDownLatch(1).await();
            case CUT -> session.close();
            default -> {
                // it is answered
            }
        }
        return new SubmitSmResult(
                new MessageId(how == SmppAnswer.ACCEPT_WITHOUT_ID ? "" : id),
                new OptionalParameter[0]);
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink enquiry, Session session) {
        enquiries.incrementAndGet();
    }

    private static ProcessRequestException refused(int status) {
        return new ProcessRequestException("refused", status);
    }

    private static ProcessRequestException unknown() {
        return refused(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
            QueryBroadcastSm sm, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm sm, Session session) throws ProcessRequestException {
        throw unknown();
    }
}
