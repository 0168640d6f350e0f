package com.clinni.appointments.agenda;

import com.clinni.appointments.FieldFault;
import com.clinni.events.Cause;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The phone and the e-mail address of a line's patient. An address that cannot be used is kept as
 * written, so that the reminder's history can say why it was not.
 *
 * @param usable what identifies the patient besides the name: a normalised number, else an address
 */
record PatientAddresses(
        @Nullable String phone,
        @Nullable String email,
        Optional<String> usable,
        List<FieldFault> warnings) {

    private static final int LONGEST = 320;

    static PatientAddresses of(List<String> phones, String email) {
        var phone =
                phones.stream()
                        .filter(each -> PhoneCheck.check(each).orNull() != null)
                        .findFirst()
                        .or(() -> phones.stream().findFirst());
        var checkedPhone = PhoneCheck.check(phone.orElse(null));
        var checkedEmail = EmailCheck.check(email);
        var usable =
                checkedPhone.orNull() != null
                        ? Optional.of(checkedPhone.orNull().e164())
                        : Optional.ofNullable(checkedEmail.orNull()).map(each -> each.address());
        var warnings =
                Stream.of(
                                warning(checkedPhone.causeOrNull(), "phone"),
                                warning(checkedEmail.causeOrNull(), "email"))
                        .flatMap(Optional::stream)
                        .toList();
        return new PatientAddresses(kept(phone.orElse("")), kept(email), usable, warnings);
    }

    /** Not having an address of one kind is no mistake. */
    private static Optional<FieldFault> warning(@Nullable Cause cause, String field) {
        return Optional.ofNullable(cause)
                .filter(why -> why != Cause.NO_ADDRESS)
                .map(why -> new FieldFault(why.name(), field));
    }

    private static @Nullable String kept(String written) {
        return written.isEmpty() || written.length() > LONGEST ? null : written;
    }

    @Override
    public String toString() {
        return "Addresses[…]";
    }
}
