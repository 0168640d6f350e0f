package com.clinni.fallback.preferences;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Set;

/** The language that a patient reads on the page and in the footers of e-mails, with its texts. */
record PatientLanguage(String code, PreferencesMessages words) {

    private static final String SPANISH = "es";
    private static final Set<String> OTHERS = Set.of("ca", "gl", "eu", "en");

    /** The language of that code; Spanish where there are no texts in it. */
    static PatientLanguage of(String code) {
        return OTHERS.contains(code)
                ? new PatientLanguage(
                        code,
                        MessageBundles.get(PreferencesMessages.class, Localized.Literal.of(code)))
                : new PatientLanguage(SPANISH, MessageBundles.get(PreferencesMessages.class));
    }
}
