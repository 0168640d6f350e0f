package com.clinni.platform.startup;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/** The address of a provider, as production needs it. */
public final class ProviderUrl {

    private ProviderUrl() {}

    /**
     * True for https to another machine. On this one there are simulators, and a secret that goes
     * in plain text is none.
     */
    public static boolean isProtected(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && !isThisMachine(url.getHost().toLowerCase(Locale.ROOT));
    }

    /** Names are not looked up: a start must not wait for it. */
    private static boolean isThisMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            var address = InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
