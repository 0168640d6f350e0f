package com.clinni.fallback.sms.http;

import com.clinni.events.Cause;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Maps a provider's HTTP statuses and error codes to our causes. */
final class HttpErrors {

    private static final Pattern ENTRY =
            Pattern.compile("((?:[1-5]\\d\\d|[1-5]xx|\\*/[^=]+)(?:/[^=]+)?)=([A-Z_]+)");

    /** The causes a provider can be the reason of, and whether another try may fare better. */
    private static final Map<Cause, Boolean> MAY_PASS =
            new EnumMap<>(
                    Map.of(
                            Cause.SMS_REFUSED, false,
                            Cause.SMS_NO_CREDIT, false,
                            Cause.SMS_SENDER_BLOCKED, false,
                            Cause.PHONE_INVALID, false,
                            Cause.CREDENTIALS_REFUSED, true,
                            Cause.RATE_LIMITED, true,
                            Cause.SMS_UNREACHABLE, true));

    private final Map<String, Cause> table = new LinkedHashMap<>();

    HttpErrors(List<String> entries) {
        for (var entry : entries) {
            var parts = ENTRY.matcher(entry.strip());
            var cause = parts.matches() ? cause(parts.group(2)) : Optional.<Cause>empty();
            if (cause.isEmpty()) {
                throw new IllegalArgumentException(
                        "sms.http.errors holds an entry that is not status/code=CAUSE with one of "
                                + MAY_PASS.keySet());
            }
            table.putIfAbsent(parts.group(1), cause.get());
        }
    }

    /** Certainly not sent, where the table says so; what it does not know proves nothing. */
    Optional<NotSent> of(int status, Optional<String> code) {
        var keys =
                Stream.concat(
                        code.stream().flatMap(said -> Stream.of(status + "/" + said, "*/" + said)),
                        Stream.of(Integer.toString(status), status / 100 + "xx"));
        return keys.map(table::get)
                .filter(cause -> cause != null)
                .findFirst()
                .map(cause -> new NotSent(cause, MAY_PASS.getOrDefault(cause, false)));
    }

    private static Optional<Cause> cause(String name) {
        return MAY_PASS.keySet().stream().filter(cause -> cause.name().equals(name)).findFirst();
    }
}
