package com.clinni.platform.access.entry;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Tells requests that a page of another site made somebody's browser send. Such a page can neither
 * leave out nor change what browsers say of it: {@code Origin} with whatever is not a plain read,
 * and {@code Sec-Fetch-Site} of every browser since 2023. Programs send neither.
 */
final class CrossSiteCheck {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private CrossSiteCheck() {}

    static boolean isFromAnotherSite(HttpServerRequest request) {
        if (READING.contains(request.method())) {
            return false;
        }
        var host = request.getHeader(HttpHeaders.HOST);
        return !request.headers().getAll(HttpHeaders.ORIGIN).stream()
                        .allMatch(origin -> isAt(host, origin))
                || !OURS.containsAll(request.headers().getAll("Sec-Fetch-Site"));
    }

    /**
     * The scheme is not compared: what takes off TLS before us speaks plain HTTP here. A page that
     * hides where it is says {@code null}, which is no host.
     */
    private static boolean isAt(String host, String origin) {
        try {
            return host.equalsIgnoreCase(new URI(origin).getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
