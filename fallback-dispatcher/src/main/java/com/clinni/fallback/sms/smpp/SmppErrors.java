package com.clinni.fallback.sms.smpp;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;

/** Maps SMPP command statuses to send outcomes. */
final class SmppErrors {

    private static final int LAST_OF_THE_STANDARD = 0x1FF;

    private SmppErrors() {}

    /** A refusal of the message itself, unless the status leaves open what was refused. */
    static SendOutcome outcomeOf(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL ->
                    NotSent.forNow(Cause.RATE_LIMITED);
            case SMPPConstant.STAT_ESME_RINVSRCADR,
                    SMPPConstant.STAT_ESME_RINVSRCTON,
                    SMPPConstant.STAT_ESME_RINVSRCNPI ->
                    NotSent.forGood(Cause.SMS_SENDER_BLOCKED);
            case SMPPConstant.STAT_ESME_RINVBNDSTS, SMPPConstant.STAT_ESME_RX_T_APPN ->
                    NotSent.forNow(Cause.SMS_UNREACHABLE);
            case SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RDELIVERYFAILURE,
                    SMPPConstant.STAT_ESME_RUNKNOWNERR ->
                    new InDoubt("STATUS_" + status);
            default ->
                    status > LAST_OF_THE_STANDARD
                            ? new InDoubt("STATUS_" + status)
                            : NotSent.forGood(Cause.SMS_REFUSED);
        };
    }

    /** Why there is no session: nothing was sent over it. */
    static NotSent ofBind(Throwable failure) {
        for (var e = failure; e != null; e = e.getCause()) {
            if (e instanceof NegativeResponseException refused) {
                return switch (refused.getCommandStatus()) {
                    case SMPPConstant.STAT_ESME_RBINDFAIL,
                            SMPPConstant.STAT_ESME_RINVPASWD,
                            SMPPConstant.STAT_ESME_RINVSYSID ->
                            NotSent.forNow(Cause.CREDENTIALS_REFUSED);
                    default -> NotSent.forNow(Cause.SMS_UNREACHABLE);
                };
            }
        }
        return NotSent.forNow(Cause.SMS_UNREACHABLE);
    }
}
