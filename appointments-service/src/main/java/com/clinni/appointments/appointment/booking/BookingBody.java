package com.clinni.appointments.appointment.booking;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.StorableText;
import com.clinni.appointments.appointment.PatientCheck;
import com.clinni.events.Channel;
import com.clinni.events.Patient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking as the API reads it. */
@Schema(name = "Booking")
record BookingBody(
        @Schema(description = "One is made when it is left out") String appointmentId,
        @Schema(required = true) PatientBody patient,
        @Schema(
                        required = true,
                        description = "Date-time with an offset, or local in the clinic's zone",
                        examples = {"2027-03-10T16:30:00+01:00", "2027-03-10T16:30"})
                String startsAt,
        @Schema(minimum = "1", maximum = "1440") Integer durationMinutes) {

    private static final int LONGEST_MINUTES = 1440;

    /** The person to be reminded; phone and e-mail as the clinic has them. */
    @Schema(name = "Patient")
    record PatientBody(
            @Schema(required = true) String patientId,
            @Schema(required = true) String firstName,
            String phone,
            String email,
            @Schema(enumeration = {"es", "ca", "gl", "eu", "en"}) String language,
            List<Channel> optedOut) {

        Patient patient() {
            var channels =
                    optedOut == null
                            ? List.<Channel>of()
                            : optedOut.stream().filter(Objects::nonNull).distinct().toList();
            return new Patient(patientId, firstName, phone, email, language, channels);
        }

        @Override
        public String toString() {
            return "PatientBody[" + patientId + "]";
        }
    }

    /** Everything but the start, which needs the clinic's zone. */
    Optional<FieldFault> fault() {
        if (appointmentId != null && !StorableText.isId(appointmentId)) {
            return Optional.of(FieldFault.invalid("appointmentId"));
        }
        if (patient == null) {
            return Optional.of(FieldFault.required("patient"));
        }
        if (startsAt == null) {
            return Optional.of(FieldFault.required("startsAt"));
        }
        if (durationMinutes != null && (durationMinutes < 1 || durationMinutes > LONGEST_MINUTES)) {
            return Optional.of(FieldFault.invalid("durationMinutes"));
        }
        return PatientCheck.personFault(patient.patient())
                .or(() -> PatientCheck.addressFault(patient.patient()));
    }
}
