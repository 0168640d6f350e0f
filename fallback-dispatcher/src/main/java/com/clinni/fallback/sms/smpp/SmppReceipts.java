package com.clinni.fallback.sms.smpp;

import com.clinni.fallback.sms.gateway.ReceiptSink;
import com.clinni.fallback.sms.gateway.SmsReceipt;
import com.clinni.fallback.sms.gateway.SmsReceipt.State;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Handles the PDUs that the provider sends by itself. A receipt is stored before it is answered.
 * One that cannot be read is counted and answered as well, because the provider would only repeat
 * it.
 */
final class SmppReceipts implements MessageReceiverListener {

    private static final Pattern ID = Pattern.compile("(?i)(?:^|\\s)id:([!-~]{1,64})(?:\\s|$)");
    private static final Pattern STATE =
            Pattern.compile("(?i)(?:^|\\s)stat:([a-z]{1,10})(?:\\s|$)");
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,64}");

    private final ReceiptSink sink;

    SmppReceipts(ReceiptSink sink) {
        this.sink = sink;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
        if (!pdu.isSmscDeliveryReceipt()) {
            sink.skip("NOT_A_RECEIPT");
            return;
        }
        var text = new String(pdu.getShortMessage(), StandardCharsets.ISO_8859_1);
        var id = receiptedId(pdu).or(() -> found(ID, text));
        var word = found(STATE, text);
        if (id.isEmpty() || word.isEmpty()) {
            sink.skip("UNREADABLE");
            return;
        }
        var state = state(word.get());
        if (state.isEmpty()) {
            sink.skip("NO_NEWS");
            return;
        }
        keep(new SmsReceipt(null, id.get(), state.get()));
    }

    /** One that cannot be stored comes again: the provider is told to try later. */
    private void keep(SmsReceipt receipt) throws ProcessRequestException {
        try {
            sink.take(receipt);
        } catch (RuntimeException e) {
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private static Optional<String> receiptedId(DeliverSm pdu) {
        return Optional.ofNullable(pdu.getOptionalParameter(Receipted_message_id.class))
                .map(Receipted_message_id::getValueAsString)
                .filter(PLAIN.asMatchPredicate());
    }

    private static Optional<State> state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "DELIVRD" -> Optional.of(State.DELIVERED);
            case "UNDELIV", "EXPIRED", "DELETED", "REJECTD" -> Optional.of(State.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        sink.skip("NOT_A_RECEIPT");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
