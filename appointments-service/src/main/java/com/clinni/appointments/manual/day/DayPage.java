package com.clinni.appointments.manual.day;

import com.clinni.appointments.VisitId;
import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.PageMessages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page as HTML. Whatever a person typed is escaped. */
public final class DayPage {

    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private DayPage() {}

    @CheckedTemplate(basePath = "day")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(
                DayView day, IdleTimes idle, PageLanguage language, PageMessages words);

        static native TemplateInstance ask(
                VisitId visit, String version, PageLanguage language, PageMessages words);

        static native TemplateInstance sentence(String text, PageLanguage language);
    }

    static Response of(DayView day, IdleTimes idle, PageLanguage language) {
        return html(200, Templates.page(day, idle, language, language.messages()).render());
    }

    /** Asks once more before WhatsApp is opened for a number that opted out. */
    public static Response askAgain(VisitId visit, @Nullable Long version, PageLanguage language) {
        var seen = version == null ? "" : version.toString();
        return html(200, Templates.ask(visit, seen, language, language.messages()).render());
    }

    /** One sentence, where another page would be. */
    public static Response sentence(int status, String text, PageLanguage language) {
        return html(status, Templates.sentence(text, language).render());
    }

    private static Response html(int status, String html) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .entity(html)
                .build();
    }
}
