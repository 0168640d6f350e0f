package com.clinni.reminders.sms;

import java.util.Set;
import java.util.stream.Collectors;

/** The letters of GSM 03.38: the basic table, and the one behind the escape. */
final class Gsm7 {

    private static final Set<Integer> BASIC =
            letters(
                    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    private static final Set<Integer> EXTENSION = letters("\f^{}\\[~]|€");

    private Gsm7() {}

    static boolean has(int letter) {
        return BASIC.contains(letter) || EXTENSION.contains(letter);
    }

    static int septets(int letter) {
        return EXTENSION.contains(letter) ? 2 : 1;
    }

    private static Set<Integer> letters(String table) {
        return table.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    }
}
