package com.clinni.fallback.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mail or a part of one: its headers by lower-case name, the first of each, and what follows them
 * undecoded. Anything can be read so; what is no mail has no headers.
 */
record MimePart(Map<String, String> headers, String body) {

    private static final int MOST_PARTS = 20;
    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");
    private static final Pattern BLANK_LINE = Pattern.compile("(?:^|\\r?\\n)\\r?\\n");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");

    static MimePart of(String text) {
        var halves = BLANK_LINE.split(text, 2);
        return new MimePart(fields(halves[0]), halves.length > 1 ? halves[1] : "");
    }

    /** {@code Name: value} lines, unfolded. */
    static Map<String, String> fields(String block) {
        var fields = new HashMap<String, String>();
        for (var line : LINE_END.split(FOLDED.matcher(block).replaceAll(" "))) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return Map.copyOf(fields);
    }

    boolean isOf(String type) {
        return header("content-type").toLowerCase(Locale.ROOT).startsWith(type);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Its parts, up to a number that no bounce comes near; none if it has no boundary. */
    List<MimePart> parts() {
        var boundary = BOUNDARY.matcher(header("content-type"));
        if (!boundary.find()) {
            return List.of();
        }
        var mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        var parts = new ArrayList<MimePart>();
        var begins = body.indexOf(mark);
        while (begins >= 0 && parts.size() < MOST_PARTS) {
            var from = begins + mark.length();
            var next = body.indexOf(mark, from);
            if (body.startsWith("--", from)) {
                break;
            }
            parts.add(of(body.substring(from, next < 0 ? body.length() : next).stripLeading()));
            begins = next;
        }
        return parts;
    }

    /** Not what it says. */
    @Override
    public String toString() {
        return "MimePart[…]";
    }
}
