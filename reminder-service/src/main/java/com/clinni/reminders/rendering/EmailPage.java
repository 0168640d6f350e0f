package com.clinni.reminders.rendering;

import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.ResourceText;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The HTML twin of an e-mail's text: one column, readable on a phone and in the dark. */
final class EmailPage {

    private static final Pattern PLACE = Pattern.compile("%(lang|title|body)%");
    private static final Map<Character, String> ESCAPES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    private final String page = ResourceText.read("/templates/email-page.html");

    /** All places are filled in one pass, so what is filled in is not looked at again. */
    String of(Language language, String subject, String text) {
        var parts = Map.of("lang", language.code(), "title", escaped(subject), "body", body(text));
        return PLACE.matcher(page)
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    /** A blank line ends a paragraph, a line's end breaks it. */
    private static String body(String text) {
        return Arrays.stream(escaped(text).split("\n\n+"))
                .map(paragraph -> "<p>" + paragraph.replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> ESCAPES.getOrDefault((char) c, Character.toString(c)))
                .collect(Collectors.joining());
    }
}
