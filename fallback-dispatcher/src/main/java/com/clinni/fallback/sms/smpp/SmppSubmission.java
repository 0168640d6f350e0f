package com.clinni.fallback.sms.smpp;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.gateway.Sms;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/** Submits one SMS over one session, each part as one submit_sm, and adds up the outcome. */
record SmppSubmission(SMPPSession session, Sms sms) {

    private static final byte UDHI = 0x40;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d+");
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,64}");

    SendOutcome send(SmppParts parts, int number) {
        try {
            var id = submit(parts, number);
            return id != null && PLAIN.matcher(id).matches()
                    ? new Accepted(id)
                    : new InDoubt("ACCEPTED_WITHOUT_AN_ID");
        } catch (NegativeResponseException e) {
            return SmppErrors.outcomeOf(e.getCommandStatus());
        } catch (PDUException e) {
            return NotSent.forGood(Cause.SMS_REFUSED);
        } catch (ResponseTimeoutException e) {
            return new InDoubt("TIME_LIMIT");
        } catch (InvalidResponseException | IOException | RuntimeException e) {
            return new InDoubt(e.getClass().getSimpleName());
        }
    }

    private String submit(SmppParts parts, int number)
            throws PDUException,
                    ResponseTimeoutException,
                    InvalidResponseException,
                    NegativeResponseException,
                    IOException {
        var isLast = number == parts.octets().size();
        return session.submitShortMessage(
                        "",
                        senderType(),
                        NUMBER.matcher(sms.from()).matches()
                                ? NumberingPlanIndicator.ISDN
                                : NumberingPlanIndicator.UNKNOWN,
                        sms.from().replace("+", ""),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        sms.to().e164().substring(1),
                        new ESMClass(parts.areSeveral() ? UDHI : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(
                                isLast
                                        ? SMSCDeliveryReceipt.SUCCESS_FAILURE
                                        : SMSCDeliveryReceipt.DEFAULT),
                        (byte) 0,
                        new RawDataCoding(parts.dataCoding()),
                        (byte) 0,
                        parts.octets().get(number - 1))
                .getMessageId();
    }

    private TypeOfNumber senderType() {
        if (!NUMBER.matcher(sms.from()).matches()) {
            return TypeOfNumber.ALPHANUMERIC;
        }
        return sms.from().startsWith("+") ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
    }
}
