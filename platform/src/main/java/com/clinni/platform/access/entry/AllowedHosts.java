package com.clinni.platform.access.entry;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that a service answers for. A name that anybody can point at our address, as DNS
 * rebinding does, is none of them.
 *
 * @param names in lower case, with a port or for every port
 */
record AllowedHosts(Set<String> names) {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    /** A host and perhaps its port, as a request names them: nothing before, between or behind. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    AllowedHosts {
        names =
                names.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that are configured, else this machine by its own names. */
    static AllowedHosts of(EntryConfig config) {
        Collection<String> names = config.hosts().orElse(THIS_MACHINE);
        return new AllowedHosts(Set.copyOf(names));
    }

    static boolean isWellFormed(String host) {
        return WELL_FORMED.matcher(host).matches();
    }

    boolean contain(String host) {
        var asked = host.toLowerCase(Locale.ROOT);
        return names.contains(asked) || names.contains(PORT.matcher(asked).replaceFirst(""));
    }
}
