package com.clinni.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The page that answers a person where a program gets a problem: only browsers ask for HTML. It
 * holds our own words and nothing of the request.
 */
class ProblemPage {

    private static final String WORDS = "com.clinni.platform.http.problems";
    private static final List<String> LANGUAGES = List.of("es", "ca", "gl", "eu", "en");
    private static final String OTHERWISE = "es";
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ServerResponseFilter
    void answer(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem.Body problem && isBrowser(request)) {
            var language = language(request.getHeaderString("Accept-Language"));
            response.setEntity(page(problem, language), null, HTML);
            var headers = response.getHeaders();
            headers.putSingle("Cache-Control", "no-store");
            headers.putSingle("Content-Security-Policy", "default-src 'none'");
            headers.putSingle("X-Content-Type-Options", "nosniff");
        }
    }

    private static boolean isBrowser(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type -> (type.getType() + "/" + type.getSubtype()).equals("text/html"));
    }

    /** Spanish for whoever prefers none of ours; a header that cannot be read prefers nothing. */
    private static Locale language(@Nullable String accepted) {
        try {
            var ranges = LanguageRange.parse(accepted == null ? OTHERWISE : accepted);
            var preferred = Locale.lookupTag(ranges, LANGUAGES);
            return Locale.of(preferred == null ? OTHERWISE : preferred);
        } catch (IllegalArgumentException e) {
            return Locale.of(OTHERWISE);
        }
    }

    private static String page(Problem.Body problem, Locale language) {
        var words = ResourceBundle.getBundle(WORDS, language, AS_ASKED);
        var sentence =
                Stream.of(problem.code(), Integer.toString(problem.status()), "other")
                        .filter(words::containsKey)
                        .findFirst()
                        .map(words::getString)
                        .orElseThrow();
        var again = problem.code() + ".again";
        return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        </head>
        <body>
        <main>
        <p>%s</p>
        %s</main>
        </body>
        </html>
        """
                .formatted(
                        language.getLanguage(),
                        sentence,
                        sentence,
                        words.containsKey(again) ? sameAddress(words.getString(again)) : "");
    }

    /** The page that was asked for, read anew. */
    private static String sameAddress(String text) {
        return "<p><a href=\"\">%s</a></p>\n".formatted(text);
    }
}
