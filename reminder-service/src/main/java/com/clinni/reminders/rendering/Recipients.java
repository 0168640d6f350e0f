package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Patient;
import com.clinni.events.Recipient;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import com.clinni.reminders.template.Language;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns patients into recipients: the usable addresses, or the reason why there is none. */
final class Recipients {

    private Recipients() {}

    static Recipient of(Patient patient, Language language) {
        var phone = PhoneCheck.check(patient.phone());
        var email = EmailCheck.check(patient.email());
        return new Recipient(
                patient.patientId(),
                phone.orNull(),
                phone.causeOrNull(),
                email.orNull(),
                email.causeOrNull(),
                language.code(),
                patient.optedOut());
    }

    /**
     * Why nothing can reach this person on any of these channels; empty when something can. Who
     * lacks only the phone is left to the dispatchers, where the clinic's policy decides, be it
     * "nothing".
     */
    static Optional<Unreachable> whyUnreachable(
            Recipient recipient, Channel own, Set<Channel> channels) {
        var phone = Unreachable.by("patient.phone", recipient.noPhoneBecause());
        var email = Unreachable.by("patient.email", recipient.noEmailBecause());
        var hasOnlyEmail = channels.equals(Set.of(Channel.EMAIL));
        if (hasOnlyEmail) {
            return email;
        }
        if (phone.isEmpty() || email.isEmpty()) {
            return Optional.empty();
        }
        return own == Channel.EMAIL ? moreTelling(email, phone) : moreTelling(phone, email);
    }

    /** An address that cannot be used tells more than one that was never there. */
    private static Optional<Unreachable> moreTelling(
            Optional<Unreachable> first, Optional<Unreachable> second) {
        return first.filter(unreachable -> unreachable.cause() != Cause.NO_ADDRESS)
                .or(() -> second.filter(unreachable -> unreachable.cause() != Cause.NO_ADDRESS))
                .or(() -> first);
    }

    /** The field whose address cannot be used, and why. */
    record Unreachable(String field, Cause cause) {

        private static Optional<Unreachable> by(String field, @Nullable Cause cause) {
            return Optional.ofNullable(cause).map(because -> new Unreachable(field, because));
        }
    }
}
