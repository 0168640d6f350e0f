package com.clinni.identity;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody is chosen by a button. It also stands where a form names nobody of the
 * list, or claims of its own: only listed people get in by it.
 */
final class SignInPage implements Route {

    private static final String WORDS = "com.clinni.identity.sign-in";
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final PeopleFile people;

    SignInPage(PeopleFile people) {
        this.people = people;
    }

    @Override
    public boolean match(OAuth2HttpRequest request) {
        var isHere =
                request.getUrl().encodedPath().equals("/" + IdentityServer.ISSUER + "/authorize");
        return isHere && !(request.getMethod().equals("POST") && isOfAListedPerson(request));
    }

    private boolean isOfAListedPerson(OAuth2HttpRequest request) {
        var form = request.getFormParameters();
        return form.get("claims") == null && people.read().named(form.get("username")).isPresent();
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        var isAsked = request.getMethod().equals("GET");
        var headers =
                Headers.of(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "Cache-Control",
                        "no-store",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer");
        return new OAuth2HttpResponse(headers, isAsked ? OK : BAD_REQUEST, page(request), null);
    }

    private String page(OAuth2HttpRequest request) {
        var language = language(request);
        var words = ResourceBundle.getBundle(WORDS, language, AS_ASKED);
        var isSpanish = language.getLanguage().equals("es");
        var other = isSpanish ? "en" : "es";
        var buttons =
                people.read().people().stream()
                        .map(person -> button(person, words))
                        .collect(Collectors.joining());
        return SignInHtml.page(
                language.getLanguage(),
                words,
                buttons,
                request.getUrl()
                        .newBuilder()
                        .setQueryParameter("ui_locales", other)
                        .build()
                        .encodedQuery(),
                other);
    }

    private static String button(Person person, ResourceBundle words) {
        var roles =
                person.roles().stream()
                        .map(role -> words.containsKey(role) ? words.getString(role) : role)
                        .collect(Collectors.joining(" "));
        return SignInHtml.button(person, roles);
    }

    /** {@code ui_locales} before what the browser asks for; Spanish for everybody else. */
    private static Locale language(OAuth2HttpRequest request) {
        var asked = request.getUrl().queryParameter("ui_locales");
        return isEnglish(asked == null ? request.getHeaders().get("Accept-Language") : asked)
                ? Locale.ENGLISH
                : Locale.of("es");
    }

    private static boolean isEnglish(@Nullable String languages) {
        return languages != null && languages.startsWith("en");
    }
}
