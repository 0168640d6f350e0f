package com.clinni.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** The cookies in which Quarkus keeps a session, encrypted; several where it is a long one. */
final class SessionCookies {

    private static final String SESSION = "q_session";

    private SessionCookies() {}

    static boolean areIn(RoutingContext request) {
        return !names(request).isEmpty();
    }

    /** With the answer the browser forgets them, those too that the answer would have brought. */
    static void remove(RoutingContext request) {
        for (var name : names(request)) {
            request.response().removeCookies(name, false);
            request.response().addCookie(Cookie.cookie(name, "").setPath("/").setMaxAge(0));
        }
    }

    private static Set<String> names(RoutingContext request) {
        return request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SESSION))
                .collect(toUnmodifiableSet());
    }
}
