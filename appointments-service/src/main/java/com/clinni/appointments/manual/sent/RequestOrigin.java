package com.clinni.appointments.manual.sent;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * The origin of a request that changes something: our own page, another site, or a program. Another
 * site's page can make a browser send one, but neither hide that it did nor leave these headers
 * out: {@code Sec-Fetch-Site} of every browser since 2023, before that {@code Origin} or {@code
 * Referer}, whose host must be the one that was asked. The scheme is not compared: whoever takes
 * off TLS in front of us speaks plain HTTP here.
 *
 * <p>A request with none of them comes from a program. That is right for JSON; a form is what
 * people fill in on a page, so one that does not say from where is refused.
 */
public enum RequestOrigin {
    OWN_PAGE,
    OTHER_SITE,
    PROGRAM;

    public static RequestOrigin of(HttpHeaders headers, UriInfo asked) {
        var site = headers.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return ownIf(site.equals("same-origin"));
        }
        var origin = headers.getHeaderString("Origin");
        var page = origin == null ? headers.getHeaderString("Referer") : origin;
        return page == null ? PROGRAM : ownIf(isAt(asked.getBaseUri(), page));
    }

    private static RequestOrigin ownIf(boolean own) {
        return own ? OWN_PAGE : OTHER_SITE;
    }

    /** What hides its origin says "null", which has no host. */
    private static boolean isAt(URI asked, String page) {
        try {
            return asked.getAuthority().equalsIgnoreCase(URI.create(page).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
