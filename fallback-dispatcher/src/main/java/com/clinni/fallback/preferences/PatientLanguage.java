package com.clinni.fallback.preferences;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Set;

/** The language that a patient reads on the page and in the footers of e-mails, with its texts. */
record PatientLanguage(String code, PreferencesMessages words) {

    private static final String SPANISH = "es";
    private static final Set<String> OTHERS = Set.of("ca", "gl", "eu", "en");

    /** The first of these languages that there are texts in; else Spanish. */
    static PatientLanguage of(List<String> codes) {
        return codes.stream()
                .filter(code -> code.equals(SPANISH) || OTHERS.contains(code))
                .findFirst()
                .filter(OTHERS::contains)
                .map(
                        code ->
                                new PatientLanguage(
                                        code,
                                        MessageBundles.get(
                                                PreferencesMessages.class,
                                                Localized.Literal.of(code))))
                .orElseGet(
                        () ->
                                new PatientLanguage(
                                        SPANISH, MessageBundles.get(PreferencesMessages.class)));
    }
}
