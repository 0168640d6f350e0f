package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Finding;
import com.clinni.reminders.template.Linter;
import com.clinni.reminders.template.Part;
import com.clinni.reminders.template.TemplateFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The beginnings of messages, which everybody near the phone can read. */
record LockScreen(String whatsapp, String sms, String emailSubject) {

    private static final int SHOWN = 40;
    private static final Pattern BEGINNING = Pattern.compile("\\X{0," + SHOWN + "}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static LockScreen of(String whatsapp, String sms, String emailSubject) {
        return new LockScreen(beginning(whatsapp), beginning(sms), beginning(emailSubject));
    }

    private static String beginning(String text) {
        var oneLine = BLANKS.matcher(text).replaceAll(" ");
        var beginning = BEGINNING.matcher(oneLine);
        return beginning.lookingAt() ? beginning.group() : "";
    }

    /** Where they name more than they should: an ailment, or the patient beside the clinic. */
    List<Finding> warnings(SampleVisit visit) {
        var warnings = new ArrayList<Finding>();
        warn(Part.WHATSAPP, whatsapp, visit, warnings);
        warn(Part.SMS, sms, visit, warnings);
        warn(Part.EMAIL_SUBJECT, emailSubject, visit, warnings);
        return warnings;
    }

    private static void warn(Part part, String shown, SampleVisit visit, List<Finding> warnings) {
        var namesBoth = shown.contains(visit.patient()) && shown.contains(visit.clinic());
        if (namesBoth || Linter.namesAnAilment(shown)) {
            warnings.add(new Finding(Code.LOCK_SCREEN, part.field(), 1, 1, null, null));
        }
    }
}
