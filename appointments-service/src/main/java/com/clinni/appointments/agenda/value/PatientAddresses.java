package com.clinni.appointments.agenda.value;

import com.clinni.appointments.FieldFault;
import com.clinni.events.Cause;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The phone and the e-mail address of a line's patient: of several the first that can be used. An
 * address that cannot be used is kept as written, so that the reminder's history can say why it was
 * not.
 *
 * @param mobile the number that can be used, normalised
 * @param usableEmail the address that can be used, normalised
 */
public record PatientAddresses(
        @Nullable String phone,
        @Nullable String email,
        Optional<String> mobile,
        Optional<String> usableEmail,
        List<FieldFault> warnings) {

    private static final int LONGEST = 320;

    /** Cells in their order, those of mobiles first. */
    public static PatientAddresses of(List<String> phones, List<String> emails) {
        var phone =
                chosen(
                        phones.stream().flatMap(cell -> PhoneCell.numbers(cell).stream()).toList(),
                        each -> PhoneCheck.check(each).orNull() != null);
        var email =
                chosen(
                        emails.stream().flatMap(PatientAddresses::parts).toList(),
                        each -> EmailCheck.check(each).orNull() != null);
        var checkedPhone = PhoneCheck.check(phone);
        var checkedEmail = EmailCheck.check(email);
        var warnings =
                Stream.of(
                                warning(checkedPhone.causeOrNull(), "phone"),
                                warning(checkedEmail.causeOrNull(), "email"))
                        .flatMap(Optional::stream)
                        .toList();
        return new PatientAddresses(
                kept(phone),
                kept(email),
                Optional.ofNullable(checkedPhone.orNull()).map(each -> each.e164()),
                Optional.ofNullable(checkedEmail.orNull()).map(each -> each.address()),
                warnings);
    }

    /** Identifies the patient besides the name: a number, else an address. */
    public Optional<String> usable() {
        return mobile.or(() -> usableEmail);
    }

    private static String chosen(List<String> written, Predicate<String> isUsable) {
        return written.stream()
                .filter(isUsable)
                .findFirst()
                .or(() -> written.stream().findFirst())
                .orElse("");
    }

    private static Stream<String> parts(String emails) {
        return Arrays.stream(emails.replaceFirst("(?i)^mailto:", "").split("[;,/| ]+"))
                .filter(part -> !part.isEmpty());
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
