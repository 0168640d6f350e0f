package com.clinni.fallback.preferences;

import com.clinni.fallback.preferences.PreferenceLinks.Holder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The page a patient sees: our own words and the clinic's name, in the looks of the e-mails. */
record PreferencesPage(String html) {

    private static final String STYLE = "<style>";
    private static final String STYLE_END = "</style>";

    @CheckedTemplate(basePath = "preferences")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PatientLanguage language, @Nullable String clinic, boolean isOff);
    }

    /**
     * The page for whom a link is for.
     *
     * @param isOff whether the clinic's e-mails are switched off for this patient
     */
    static PreferencesPage of(Holder holder, boolean isOff) {
        var language = PatientLanguage.of(holder.language());
        return new PreferencesPage(Templates.page(language, holder.clinicName(), isOff).render());
    }

    /** Nothing is loaded from anywhere, and of styles only the page's own counts. */
    String contentSecurityPolicy() {
        var style = html.substring(html.indexOf(STYLE) + STYLE.length(), html.indexOf(STYLE_END));
        return ("default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'")
                .formatted(Base64.getEncoder().encodeToString(sha256(style)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
