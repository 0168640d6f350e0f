package com.clinni.testbed.fault;

import com.clinni.testbed.fault.Inspector.Verdict;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the HTTP requests of one connection and stops it inside a body or right after one. */
final class RequestFinder implements Inspector {

    private static final String END = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final String beginning;
    private final Trigger half;
    private final Trigger whole;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long bodyLeft;
    private long halfLeft = -1;
    private @Nullable Runnable atHalf;
    private @Nullable Runnable atEnd;

    /**
     * @param beginning of the requests meant, as {@code POST /path}
     */
    RequestFinder(String beginning, Trigger half, Trigger whole) {
        this.beginning = beginning;
        this.half = half;
        this.whole = whole;
    }

    @Override
    public Verdict inspect(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            if (bodyLeft == 0) {
                headByte(bytes[i]);
            } else {
                bodyLeft--;
                halfLeft--;
                if (halfLeft == 0 && atHalf != null) {
                    return new Verdict.Cut(i + 1, atHalf);
                }
                if (bodyLeft == 0 && atEnd != null) {
                    return new Verdict.CutAtAnswer(i + 1, atEnd);
                }
            }
        }
        return Verdict.GO_ON;
    }

    private void headByte(byte next) {
        head.write(next);
        if (next != '\n') {
            return;
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        if (text.endsWith(END)) {
            head.reset();
            var length = LENGTH.matcher(text);
            bodyLeft = length.find() ? Long.parseLong(length.group(1)) : 0;
            if (bodyLeft > 1 && text.startsWith(beginning)) {
                halfLeft = bodyLeft / 2;
                atHalf = half.passed().orElse(null);
                atEnd = whole.passed().orElse(null);
            }
        }
    }
}
