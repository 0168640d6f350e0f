package com.clinni.appointments.appointment;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.NameCheck;
import com.clinni.appointments.StorableText;
import com.clinni.events.Cause;
import com.clinni.events.Patient;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.NationalId;
import com.clinni.events.contact.PhoneCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a patient before a visit is booked: data that nobody could ever use is refused where it
 * comes in.
 */
public final class PatientCheck {

    public static final String NATIONAL_ID = "NATIONAL_ID";
    public static final int LONGEST_NAME = 10_000;
    private static final int LONGEST_ADDRESS = 320;
    private static final String PHONE = "patient.phone";
    private static final String EMAIL = "patient.email";
    private static final String FIRST_NAME = "patient.firstName";
    private static final Set<String> LANGUAGES = Set.of("es", "ca", "gl", "eu", "en");

    private PatientCheck() {}

    /**
     * A landline is a real number and none at all is no mistake: the pipeline explains both. Text
     * that is no number or no address is refused, unless the other address is usable: then the
     * patient can be reached, and the text is kept so that the reminder's history says why it was
     * not used.
     */
    public static Optional<FieldFault> addressFault(Patient patient) {
        var phone = PhoneCheck.check(patient.phone());
        var email = EmailCheck.check(patient.email());
        if (phone.causeOrNull() == Cause.PHONE_INVALID
                && (email.orNull() == null || !isFitToKeep(patient.phone()))) {
            return Optional.of(new FieldFault(Cause.PHONE_INVALID.name(), PHONE));
        }
        return email.causeOrNull() == Cause.EMAIL_INVALID
                        && (phone.orNull() == null || !isFitToKeep(patient.email()))
                ? Optional.of(new FieldFault(Cause.EMAIL_INVALID.name(), EMAIL))
                : Optional.empty();
    }

    /** Warnings about the addresses of a patient who is taken in. */
    public static List<FieldWarning> addressWarnings(Patient patient) {
        return Stream.of(
                        warning(PhoneCheck.check(patient.phone()).causeOrNull(), PHONE),
                        warning(EmailCheck.check(patient.email()).causeOrNull(), EMAIL))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Not having an address of one kind is no mistake. */
    private static Optional<FieldWarning> warning(@Nullable Cause cause, String field) {
        var detail =
                switch (cause) {
                    case PHONE_INVALID -> "This is no phone number that can be written to.";
                    case NOT_MOBILE ->
                            "This is no mobile number: no WhatsApp and no SMS is sent to it.";
                    case EMAIL_INVALID -> "This is no e-mail address that can be written to.";
                    case null, default -> null;
                };
        return cause == null || detail == null
                ? Optional.empty()
                : Optional.of(new FieldWarning(cause.name(), field, detail));
    }

    private static boolean isFitToKeep(@Nullable String written) {
        return written != null && written.length() <= LONGEST_ADDRESS && StorableText.is(written);
    }

    /** An id that is a DNI or a NIE, which must not stand in keys, logs and addresses. */
    public static Optional<FieldFault> idFault(Patient patient) {
        return NationalId.is(patient.patientId())
                ? Optional.of(new FieldFault(NATIONAL_ID, "patient.patientId"))
                : Optional.empty();
    }

    /** What a booking by HTTP must say of the patient, besides the addresses. */
    public static Optional<FieldFault> personFault(Patient patient) {
        if (!StorableText.isId(patient.patientId())) {
            return Optional.of(faultOf(patient.patientId(), "patient.patientId"));
        }
        var national = idFault(patient);
        if (national.isPresent()) {
            return national;
        }
        var name = patient.firstName();
        if (name == null || name.isBlank() || !StorableText.is(name)) {
            return Optional.of(faultOf(name, FIRST_NAME));
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(FieldFault.tooLong(FIRST_NAME));
        }
        var unsayable = NameCheck.fault(name, FIRST_NAME);
        if (unsayable.isPresent()) {
            return unsayable;
        }
        return patient.language() == null || LANGUAGES.contains(patient.language())
                ? Optional.empty()
                : Optional.of(FieldFault.invalid("patient.language"));
    }

    /** Warnings about the name of a visit's patient. */
    public static List<FieldWarning> nameWarnings(Patient patient) {
        return NameCheck.warnings(patient.firstName(), FIRST_NAME);
    }

    private static FieldFault faultOf(@Nullable String text, String field) {
        return text == null || text.isBlank()
                ? FieldFault.required(field)
                : FieldFault.invalid(field);
    }
}
