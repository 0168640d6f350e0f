package com.clinni.whatsapp.optout;

import com.clinni.events.contact.Checked;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's request to write to a patient again who asked for it.
 *
 * @param phone as people write it, or E.164
 * @param by who at the clinic was asked
 * @param reason in what way
 */
record OptInRequest(String phone, String by, String reason) {

    private static final int LONGEST = 200;
    private static final String E164 = "\\+[1-9]\\d{7,14}";

    static OptInRequest checked(OptInRequest request) {
        checked(request.by(), "by");
        checked(request.reason(), "reason");
        return request;
    }

    /** Also a number that is no mobile: there is WhatsApp on those too. */
    static PhoneNumber number(@Nullable String written) {
        var plain = written == null ? "" : written.strip();
        if (plain.matches(E164)) {
            return new PhoneNumber(plain);
        }
        return switch (PhoneCheck.check(plain)) {
            case Checked.Usable<PhoneNumber>(var phone) -> phone;
            case Checked.Refused<PhoneNumber>(var cause) ->
                    throw Problem.of(422, cause.name(), "phone");
        };
    }

    private static void checked(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw Problem.of(422, field.toUpperCase(java.util.Locale.ROOT) + "_MISSING", field);
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.of(422, field.toUpperCase(java.util.Locale.ROOT) + "_UNUSABLE", field);
        }
    }

    @Override
    public String toString() {
        return "OptInRequest[]";
    }
}
