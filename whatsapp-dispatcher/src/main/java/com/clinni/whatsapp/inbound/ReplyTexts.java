package com.clinni.whatsapp.inbound;

import com.clinni.events.text.VisibleLine;
import com.clinni.whatsapp.reply.Correspondence.PreviousMessage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that people who write are answered with, in {@code answers/<language>.properties}. It
 * names clinics that wrote to them and never guesses one. A clinic's name is put in as one visible
 * line without links, and not read again.
 */
final class ReplyTexts {

    private static final List<String> LANGUAGES = List.of("es", "ca", "gl", "eu", "en");
    private static final String OTHERWISE = "es";
    private static final Pattern NAME = Pattern.compile("\\{(clinic|phone|clinics)}");
    private static final int CLINICS_AT_MOST = 5;

    private static final Map<String, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), ReplyTexts::read));
    private static final Properties TEXTS_OTHERWISE = read(OTHERWISE);

    private ReplyTexts() {}

    /** Nobody reads here; your clinic is reached so. */
    static String automatic(Correspondents who) {
        var messages = who.messages();
        return switch (messages.size()) {
            case 0 -> text(who, "general", Map.of());
            case 1 -> text(who, "one", Map.of("clinic", reached(who, messages.getFirst())));
            default -> text(who, "several", Map.of("clinics", list(who)));
        };
    }

    /** You will hear nothing more. */
    static String optedOut(Correspondents who) {
        return text(who, "opted-out", Map.of());
    }

    private static String list(Correspondents who) {
        return who.messages().stream()
                .limit(CLINICS_AT_MOST)
                .map(message -> "- " + reached(who, message))
                .collect(Collectors.joining("\n"));
    }

    /** A clinic without a phone is named without. */
    private static String reached(Correspondents who, PreviousMessage message) {
        var clinic = message.clinic();
        var name = VisibleLine.of(clinic.name());
        return clinic.phone() == null || clinic.phone().isBlank()
                ? name
                : text(
                        who,
                        "reached",
                        Map.of("clinic", name, "phone", VisibleLine.of(clinic.phone())));
    }

    private static String text(Correspondents who, String name, Map<String, String> values) {
        var texts = TEXTS.getOrDefault(who.language(), TEXTS_OTHERWISE);
        return NAME.matcher(texts.getProperty(name))
                .replaceAll(put -> Matcher.quoteReplacement(values.get(put.group(1))));
    }

    private static Properties read(String language) {
        var file = "/answers/" + language + ".properties";
        try (var in = ReplyTexts.class.getResourceAsStream(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            Stream.of("general", "one", "several", "reached", "opted-out")
                    .filter(name -> texts.getProperty(name) == null)
                    .findFirst()
                    .ifPresent(
                            name -> {
                                throw new IllegalStateException(file + " lacks " + name);
                            });
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
