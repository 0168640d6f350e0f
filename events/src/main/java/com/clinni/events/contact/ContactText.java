package com.clinni.events.contact;

import java.util.regex.Pattern;

/**
 * Reads a phone number or an e-mail address as people see it. They are copied from web pages, chats
 * and spreadsheets, and bring along what nobody sees: marks of direction, joiners, byte order
 * marks, variation selectors. Those are dropped, and every space and every dash becomes the
 * keyboard's.
 */
final class ContactText {

    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cf}\\x{34F}\\x{180B}-\\x{180F}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]+");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\x{85}\\x{2800}\\x{3164}]");
    private static final Pattern DASH =
            Pattern.compile("[\\p{Pd}\\x{2212}\\x{2043}\\x{2D7}\\x{2796}]");

    private ContactText() {}

    /** The same, as it is seen; empty where nothing is. */
    static String seen(String written) {
        var visible = UNSEEN.matcher(written).replaceAll("");
        return DASH.matcher(SPACE.matcher(visible).replaceAll(" ")).replaceAll("-").strip();
    }
}
