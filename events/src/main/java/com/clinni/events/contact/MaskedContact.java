package com.clinni.events.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.jspecify.annotations.Nullable;

/**
 * A person's contact data as lists and timelines show it: enough to know it again with the person
 * on the telephone, and not enough to reach anybody.
 *
 * @param firstName the first of the names, and no surname
 * @param phone {@code +34 6•• ••• 123}
 * @param email {@code a•••@example.org}
 */
public record MaskedContact(
        @Nullable String firstName, @Nullable String phone, @Nullable String email) {

    private static final char HIDDEN = '•';
    private static final String ALL_HIDDEN = "•••";
    private static final int SHOWN_AT_END = 3;
    private static final int GROUP = 3;

    /** Fewer digits than that would show half of the number. */
    private static final int SHORTEST = 7;

    /** Masks what a clinic wrote down, usable or not; what is absent stays absent. */
    public static MaskedContact of(
            @Nullable String name, @Nullable String phone, @Nullable String email) {
        return new MaskedContact(firstName(name), phone(phone), email(email));
    }

    private static @Nullable String firstName(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip().split("\\s", 2)[0];
    }

    private static @Nullable String phone(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var number = PhoneNumberUtil.getInstance().parse(written, "ES");
            var digits = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
            return digits.length() < SHORTEST
                    ? ALL_HIDDEN
                    : "+" + number.getCountryCode() + masked(digits);
        } catch (NumberParseException e) {
            return ALL_HIDDEN;
        }
    }

    private static String masked(String digits) {
        var text = new StringBuilder();
        for (var i = 0; i < digits.length(); i++) {
            if (i % GROUP == 0) {
                text.append(' ');
            }
            var isShown = i == 0 || i >= digits.length() - SHOWN_AT_END;
            text.append(isShown ? digits.charAt(i) : HIDDEN);
        }
        return text.toString();
    }

    private static @Nullable String email(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var plain = written.strip();
        var at = plain.lastIndexOf('@');
        return at < 1
                ? ALL_HIDDEN
                : plain.substring(0, plain.offsetByCodePoints(0, 1))
                        + ALL_HIDDEN
                        + plain.substring(at);
    }
}
