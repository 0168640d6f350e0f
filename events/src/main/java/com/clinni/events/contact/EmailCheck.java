package com.clinni.events.contact;

import com.clinni.events.Cause;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that what a clinic wrote down is one plain e-mail address. Stricter than RFC 5321 on
 * purpose: no quoting, no comments, no lists, no address literals, so that nothing in it can become
 * a header or a second recipient.
 */
public final class EmailCheck {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(xn--[a-z0-9-]+|[a-z]{2,63})");

    private EmailCheck() {}

    /**
     * Reads an address as it is seen: outer blanks are dropped, an international domain becomes
     * punycode. Refused with {@code NO_ADDRESS} when there is none, else {@code EMAIL_INVALID}.
     */
    public static Checked<EmailAddress> check(@Nullable String written) {
        var plain = written == null ? "" : ContactText.seen(written);
        if (plain.isEmpty()) {
            return new Checked.Refused<>(Cause.NO_ADDRESS);
        }
        var address = withAsciiDomain(plain);
        return isAddress(address)
                ? new Checked.Usable<>(new EmailAddress(address))
                : new Checked.Refused<>(Cause.EMAIL_INVALID);
    }

    static boolean isAddress(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return false;
        }
        var at = address.indexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches();
    }

    private static String withAsciiDomain(String written) {
        var at = written.indexOf('@');
        if (at < 0 || written.length() > LONGEST) {
            return written;
        }
        try {
            var domain = IDN.toASCII(written.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return written.substring(0, at + 1) + domain.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}
