package com.clinni.fallback.preferences;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Set;

/** The page a patient sees: our own words only, nothing that was sent in. */
final class PreferencesPage {

    private static final String SPANISH = "es";
    private static final Set<String> OTHERS = Set.of("ca", "gl", "eu", "en");

    private PreferencesPage() {}

    @CheckedTemplate(basePath = "preferences")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(
                String language, PreferencesMessages words, boolean isOff);
    }

    /**
     * @param wanted the language of the patient's link; the page is Spanish where it has no such
     *     texts
     * @param isOff whether the clinic's e-mails are switched off for this patient
     */
    static String of(String wanted, boolean isOff) {
        return OTHERS.contains(wanted)
                ? page(wanted, messages(wanted), isOff)
                : page(SPANISH, MessageBundles.get(PreferencesMessages.class), isOff);
    }

    private static PreferencesMessages messages(String language) {
        return MessageBundles.get(PreferencesMessages.class, Localized.Literal.of(language));
    }

    private static String page(String language, PreferencesMessages words, boolean isOff) {
        return Templates.page(language, words, isOff).render();
    }
}
