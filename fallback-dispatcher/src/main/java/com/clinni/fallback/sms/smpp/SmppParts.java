package com.clinni.fallback.sms.smpp;

import com.clinni.events.sms.Gsm7;
import com.clinni.events.sms.SmsSegments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as short_message fields. Several parts begin each with the header that lets the phone put
 * them together (3GPP TS 23.040, 9.2.3.24.1).
 *
 * @param dataCoding 0 for GSM-7, one octet a septet; 8 for UCS-2
 */
record SmppParts(byte dataCoding, List<byte[]> octets) {

    private static final byte GSM = 0;
    private static final byte UCS2 = 8;

    /**
     * @param reference the same for all parts, another for the next text to the same phone
     */
    static SmppParts of(String text, int reference) {
        var cut = SmsSegments.of(text);
        var isGsm = cut.encoding() == SmsSegments.Encoding.GSM_7;
        var total = cut.count();
        var octets = new ArrayList<byte[]>();
        for (var part : cut.parts()) {
            var body = isGsm ? Gsm7.unpacked(part) : part.getBytes(StandardCharsets.UTF_16BE);
            octets.add(total == 1 ? body : headed(body, reference, total, octets.size() + 1));
        }
        return new SmppParts(isGsm ? GSM : UCS2, octets);
    }

    boolean areSeveral() {
        return octets.size() > 1;
    }

    private static byte[] headed(byte[] body, int reference, int total, int number) {
        var header = new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number};
        var octets = new byte[header.length + body.length];
        System.arraycopy(header, 0, octets, 0, header.length);
        System.arraycopy(body, 0, octets, header.length, body.length);
        return octets;
    }

    @Override
    public String toString() {
        return "SmppParts[" + octets.size() + "]";
    }
}
