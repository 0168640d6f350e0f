package com.clinni.testbed.simulator.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A phone that decodes short messages and puts their parts together. */
final class Handset {

    private static final int UDHI = 0x40;
    private static final int UCS2 = 8;
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> ESCAPED =
            Map.of(
                    0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~',
                    0x3E, ']', 0x40, '|', 0x65, '€');

    private final Map<String, TreeMap<Integer, byte[]>> parts = new HashMap<>();

    /** A text that is complete, and in how many parts it came. */
    record Text(String text, int segments) {}

    /** Empty while parts are missing. */
    synchronized Optional<Text> take(String to, int esmClass, int coding, byte[] octets) {
        if ((esmClass & UDHI) == 0) {
            return Optional.of(new Text(decoded(coding, octets), 1));
        }
        var length = octets[0] + 1;
        var key = to + ":" + octets[3];
        var all = parts.computeIfAbsent(key, any -> new TreeMap<>());
        all.put((int) octets[5], Arrays.copyOfRange(octets, length, octets.length));
        if (all.size() < octets[4]) {
            return Optional.empty();
        }
        parts.remove(key);
        var text = new StringBuilder();
        all.values().forEach(part -> text.append(decoded(coding, part)));
        return Optional.of(new Text(text.toString(), all.size()));
    }

    private static String decoded(int coding, byte[] octets) {
        if (coding == UCS2) {
            return new String(octets, StandardCharsets.UTF_16BE);
        }
        var text = new StringBuilder();
        for (var i = 0; i < octets.length; i++) {
            if (octets[i] == 0x1B) {
                i++;
                text.append(ESCAPED.get((int) octets[i]));
            } else {
                text.append(GSM.charAt(octets[i]));
            }
        }
        return text.toString();
    }
}
