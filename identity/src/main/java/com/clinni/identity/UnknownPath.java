package com.clinni.identity;

import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;

/** The paths that are not our issuer's: the library would serve any issuer, and a debugger. */
final class UnknownPath implements Route {

    private static final int NOT_FOUND = 404;

    @Override
    public boolean match(OAuth2HttpRequest request) {
        var segments = request.getUrl().pathSegments();
        return segments.size() < 2
                || !segments.getFirst().equals(IdentityServer.ISSUER)
                || segments.contains("debugger");
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        var headers = Headers.of("Content-Type", "text/plain; charset=utf-8");
        return new OAuth2HttpResponse(headers, NOT_FOUND, "Not found.\n", null);
    }
}
