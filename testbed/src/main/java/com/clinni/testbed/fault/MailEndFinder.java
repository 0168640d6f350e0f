package com.clinni.testbed.fault;

import com.clinni.testbed.fault.Inspector.Verdict;
import java.nio.charset.StandardCharsets;

/** Follows an SMTP client and stops it after the dot that ends a mail. */
final class MailEndFinder implements Inspector {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Trigger trigger;
    private int matched;

    MailEndFinder(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public Verdict inspect(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            if (bytes[i] == END[matched]) {
                matched++;
            } else {
                matched = bytes[i] == END[0] ? 1 : 0;
            }
            if (matched == END.length) {
                matched = 0;
                var action = trigger.passed();
                if (action.isPresent()) {
                    return new Verdict.CutAtAnswer(i + 1, action.get());
                }
            }
        }
        return Verdict.GO_ON;
    }
}
