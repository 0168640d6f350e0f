package com.clinni.events.contact;

import com.clinni.events.Cause;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that what a clinic wrote down is a mobile number to which a message may be sent. */
public final class PhoneCheck {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final String DEFAULT_REGION = "ES";
    private static final String NO_REGION = "001";
    private static final int LONGEST = 40;

    /** Digits of any script, separators people type, and one plus: no letters, no second number. */
    private static final Pattern WRITTEN = Pattern.compile("[( ]*[+\\uFF0B]?[\\p{Nd} ().\\-]+");

    /** 07700 900000 to 900999: Ofcom's numbers for drama, never a real person's. */
    private static final Pattern FICTITIOUS = Pattern.compile("\\+447700900\\d{3}");

    private PhoneCheck() {}

    /**
     * Reads a number as it is seen, in Spain unless it says otherwise. Refused with {@code
     * NO_ADDRESS} when there is none, {@code NOT_MOBILE} for a real number that is no mobile,
     * {@code PHONE_INVALID} for everything else, premium and satellite numbers included.
     */
    public static Checked<PhoneNumber> check(@Nullable String written) {
        var plain = written == null ? "" : ContactText.seen(written);
        if (plain.isEmpty()) {
            return new Checked.Refused<>(Cause.NO_ADDRESS);
        }
        if (plain.length() > LONGEST || !WRITTEN.matcher(plain).matches()) {
            return new Checked.Refused<>(Cause.PHONE_INVALID);
        }
        try {
            return check(PHONES.parse(plain, DEFAULT_REGION));
        } catch (NumberParseException e) {
            return new Checked.Refused<>(Cause.PHONE_INVALID);
        }
    }

    /** The country of a number, as ISO 3166 has it. */
    public static String country(PhoneNumber number) {
        try {
            var parsed = PHONES.parse(number.e164(), DEFAULT_REGION);
            var region = PHONES.getRegionCodeForNumber(parsed);
            return region == null
                    ? PHONES.getRegionCodeForCountryCode(parsed.getCountryCode())
                    : region;
        } catch (NumberParseException e) {
            throw new IllegalStateException("a checked number that cannot be read");
        }
    }

    private static Checked<PhoneNumber> check(Phonenumber.PhoneNumber number) {
        var e164 = PHONES.format(number, PhoneNumberFormat.E164);
        if (FICTITIOUS.matcher(e164).matches()) {
            return new Checked.Usable<>(new PhoneNumber(e164));
        }
        var region = PHONES.getRegionCodeForNumber(number);
        if (region == null || region.equals(NO_REGION) || !PHONES.isValidNumber(number)) {
            return new Checked.Refused<>(Cause.PHONE_INVALID);
        }
        return switch (PHONES.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> new Checked.Usable<>(new PhoneNumber(e164));
            case FIXED_LINE, VOIP, PERSONAL_NUMBER, TOLL_FREE, UAN, VOICEMAIL, PAGER ->
                    new Checked.Refused<>(Cause.NOT_MOBILE);
            case PREMIUM_RATE, SHARED_COST, UNKNOWN -> new Checked.Refused<>(Cause.PHONE_INVALID);
        };
    }
}
