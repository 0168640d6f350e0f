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
 * @param reason how the clinic knows it
 */
record OptInRequest(@Nullable String phone, @Nullable String reason) {

    private static final String E164 = "\\+[1-9]\\d{7,14}";

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

    @Override
    public String toString() {
        return "OptInRequest[]";
    }
}
