package com.clinni.reminders.rendering;

import com.clinni.events.Cause;
import com.clinni.events.Clinic;
import com.clinni.events.Patient;
import com.clinni.reminders.template.Kind;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.Variable;
import com.clinni.reminders.template.VariableValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a text may use, already localised: rendering computes nothing. */
final class MessageView {

    private final Kind kind;
    private final Map<Variable, String> texts = new HashMap<>();
    private final String smsDate;

    /**
     * @param says what date and time say
     * @param given what only the requester knows, by the variables' words
     */
    MessageView(
            Kind kind,
            Clinic clinic,
            Patient patient,
            @Nullable Instant says,
            Map<String, String> given,
            Language language) {
        this.kind = kind;
        say(Variable.PATIENT, patient.firstName());
        say(Variable.CLINIC, clinic.name());
        say(Variable.ADDRESS, clinic.address());
        say(Variable.PHONE, clinic.phone());
        kind.given().keySet().forEach(variable -> say(variable, given.get(variable.word())));
        if (says == null) {
            this.smsDate = "";
        } else {
            var local = says.atZone(clinic.zone());
            texts.put(Variable.DATE, language.date(local));
            texts.put(Variable.TIME, language.time(local));
            this.smsDate = language.smsDate(local);
        }
    }

    private void say(Variable variable, @Nullable String written) {
        texts.put(variable, variable.said(written));
    }

    static MessageView of(Draft draft, Kind kind, Language language) {
        return new MessageView(
                kind, draft.clinic(), draft.patient(), draft.says(), draft.given(), language);
    }

    /** The first thing that a text of that kind has to say and that is not there, if any. */
    Optional<Rendering.Refused> missing() {
        return kind.variables().stream()
                .filter(Variable::isRequired)
                .filter(variable -> texts.getOrDefault(variable, "").isEmpty())
                .findFirst()
                .map(MessageView::field)
                .map(field -> new Rendering.Refused(Cause.TEMPLATE_DATA_MISSING, field));
    }

    VariableValues values() {
        return new VariableValues(kind.variables(), texts);
    }

    VariableValues smsValues() {
        var inSms = new HashMap<>(texts);
        inSms.put(Variable.DATE, smsDate);
        return new VariableValues(kind.variables(), inSms);
    }

    /** Where the event should have said it. */
    private static String field(Variable variable) {
        if (variable.equals(Variable.CLINIC)) {
            return "clinic.name";
        }
        if (variable.equals(Variable.PHONE)) {
            return "clinic.phone";
        }
        return variable.equals(Variable.DATE) || variable.equals(Variable.TIME)
                ? "occurredAt"
                : "variables." + variable.word();
    }

    /** Says nothing: names stay out of logs. */
    @Override
    public String toString() {
        return "MessageView[…]";
    }
}
