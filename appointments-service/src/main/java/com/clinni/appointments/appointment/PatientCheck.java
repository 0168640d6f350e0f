package com.clinni.appointments.appointment;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.StorableText;
import com.clinni.events.Cause;
import com.clinni.events.Patient;
import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a patient before a visit is booked: data that nobody could ever use is refused where it
 * comes in.
 */
public final class PatientCheck {

    public static final int LONGEST_NAME = 10_000;
    private static final Set<String> LANGUAGES = Set.of("es", "ca", "gl", "eu", "en");

    private PatientCheck() {}

    /**
     * A landline is a real number and none at all is no mistake: the pipeline explains both. Text
     * that is no number or no address is refused.
     */
    public static Optional<FieldFault> addressFault(Patient patient) {
        if (PhoneCheck.check(patient.phone()).causeOrNull() == Cause.PHONE_INVALID) {
            return Optional.of(new FieldFault(Cause.PHONE_INVALID.name(), "patient.phone"));
        }
        return EmailCheck.check(patient.email()).causeOrNull() == Cause.EMAIL_INVALID
                ? Optional.of(new FieldFault(Cause.EMAIL_INVALID.name(), "patient.email"))
                : Optional.empty();
    }

    /** What a booking by HTTP must say of the patient, besides the addresses. */
    public static Optional<FieldFault> personFault(Patient patient) {
        if (!StorableText.isId(patient.patientId())) {
            return Optional.of(faultOf(patient.patientId(), "patient.patientId"));
        }
        var name = patient.firstName();
        if (name == null || name.isBlank() || !StorableText.is(name)) {
            return Optional.of(faultOf(name, "patient.firstName"));
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(FieldFault.tooLong("patient.firstName"));
        }
        return patient.language() == null || LANGUAGES.contains(patient.language())
                ? Optional.empty()
                : Optional.of(FieldFault.invalid("patient.language"));
    }

    private static FieldFault faultOf(@Nullable String text, String field) {
        return text == null || text.isBlank()
                ? FieldFault.required(field)
                : FieldFault.invalid(field);
    }
}
