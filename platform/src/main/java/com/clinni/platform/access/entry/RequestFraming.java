package com.clinni.platform.access.entry;

import com.clinni.platform.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The reading of a request that leaves no doubt about its host and its end. A proxy before us that
 * read it otherwise would take one request for two, or let through what it should not.
 */
final class RequestFraming {

    private static final String CHUNKED = "chunked";

    private final AllowedHosts hosts;

    RequestFraming(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    /** Why the request is not read, if it is not. */
    Optional<Problem> refusal(HttpServerRequest request) {
        var named = request.headers().getAll(HttpHeaders.HOST);
        if (named.size() != 1 || !AllowedHosts.isWellFormed(named.getFirst())) {
            return Optional.of(Problem.of(400, "HOST_INVALID", null));
        }
        if (!hosts.contain(named.getFirst())) {
            return Optional.of(Problem.of(421, "HOST_UNKNOWN", null));
        }
        if (!isTargetAt(named.getFirst(), request.uri())) {
            return Optional.of(Problem.of(400, "TARGET_INVALID", null));
        }
        return isLengthClear(request)
                ? Optional.empty()
                : Optional.of(Problem.of(400, "TRANSFER_ENCODING_INVALID", null));
    }

    /** A path, or the same host in full. */
    private static boolean isTargetAt(String host, String target) {
        if (target.startsWith("/")) {
            return true;
        }
        try {
            var uri = new URI(target);
            return uri.isAbsolute() && host.equalsIgnoreCase(uri.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What the server does not know it skips, and reads the body as the next request. */
    private static boolean isLengthClear(HttpServerRequest request) {
        var encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return encodings.isEmpty()
                || (encodings.size() == 1 && CHUNKED.equalsIgnoreCase(encodings.getFirst()));
    }
}
