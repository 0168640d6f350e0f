package com.clinni.reminders.rendering;

import com.clinni.events.Clinic;
import com.clinni.events.Patient;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.Values;
import com.clinni.reminders.template.Variable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a text may say: already localised, nothing left to compute. */
record MessageView(
        String patient,
        String clinic,
        String date,
        String smsDate,
        String time,
        String address,
        String phone) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_CLINIC = 60;
    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_PHONE = 30;

    static MessageView of(Instant startsAt, Clinic clinic, Patient patient, Language language) {
        var local = startsAt.atZone(clinic.zone());
        return new MessageView(
                PlainText.of(patient.firstName(), LONGEST_NAME),
                PlainText.of(clinic.name(), LONGEST_CLINIC),
                language.date(local),
                language.smsDate(local),
                language.time(local),
                PlainText.of(clinic.address(), LONGEST_ADDRESS),
                PlainText.of(clinic.phone(), LONGEST_PHONE));
    }

    /** The event's field that every text needs and that says nothing, if any. */
    Optional<String> missingField() {
        if (clinic.isEmpty()) {
            return Optional.of("clinic.name");
        }
        return phone.isEmpty() ? Optional.of("clinic.phone") : Optional.empty();
    }

    Values values() {
        return with(date);
    }

    Values smsValues() {
        return with(smsDate);
    }

    private Values with(String dateText) {
        return new Values(
                Map.of(
                        Variable.PATIENT, patient,
                        Variable.CLINIC, clinic,
                        Variable.DATE, dateText,
                        Variable.TIME, time,
                        Variable.ADDRESS, address,
                        Variable.PHONE, phone));
    }

    /** Says nothing: names stay out of logs. */
    @Override
    public String toString() {
        return "MessageView[…]";
    }
}
