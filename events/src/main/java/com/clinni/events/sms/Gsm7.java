package com.clinni.events.sms;

import java.util.HashMap;
import java.util.Map;

/**
 * The phone network's own alphabet: the default alphabet of GSM 03.38 (now 3GPP TS 23.038) and its
 * extension table. A septet is its unit of 7 bits.
 */
public final class Gsm7 {

    private static final int ESCAPE = 0x1B;

    /** A character's place is its code; the one at 0x1B only announces the extension table. */
    private static final String DEFAULT =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Integer, Integer> EXTENSION =
            Map.of(
                    (int) '\f', 0x0A,
                    (int) '^', 0x14,
                    (int) '{', 0x28,
                    (int) '}', 0x29,
                    (int) '\\', 0x2F,
                    (int) '[', 0x3C,
                    (int) '~', 0x3D,
                    (int) ']', 0x3E,
                    (int) '|', 0x40,
                    (int) '€', 0x65);

    private static final Map<Integer, byte[]> SEPTETS = septets();

    private Gsm7() {}

    /** Says whether the alphabet has every character of a text. */
    static boolean covers(String text) {
        return text.codePoints().allMatch(SEPTETS::containsKey);
    }

    /** Says whether the alphabet has a code point. */
    static boolean covers(int character) {
        return SEPTETS.containsKey(character);
    }

    /** The septets of a code point that the alphabet has: 1, or 2 in the extension table. */
    static int width(int character) {
        return septets(character).length;
    }

    /**
     * The septets of a text that the alphabet covers, one octet for each, not packed: as SMPP
     * carries it under data coding 0.
     *
     * @throws IllegalArgumentException if the alphabet lacks a character of the text
     */
    public static byte[] unpacked(String text) {
        var octets = new byte[text.codePoints().map(Gsm7::width).sum()];
        var at = 0;
        for (var character : text.codePoints().toArray()) {
            for (var septet : septets(character)) {
                octets[at++] = septet;
            }
        }
        return octets;
    }

    private static byte[] septets(int character) {
        var septets = SEPTETS.get(character);
        if (septets == null) {
            throw new IllegalArgumentException("A character that GSM-7 lacks");
        }
        return septets;
    }

    private static Map<Integer, byte[]> septets() {
        var septets = new HashMap<Integer, byte[]>();
        for (var code = 0; code < DEFAULT.length(); code++) {
            if (code != ESCAPE) {
                septets.put((int) DEFAULT.charAt(code), new byte[] {(byte) code});
            }
        }
        EXTENSION.forEach(
                (character, code) -> septets.put(character, new byte[] {ESCAPE, code.byteValue()}));
        return Map.copyOf(septets);
    }
}
