package com.clinni.reminders.template;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What a message may be about, as its file {@code templates/<name>/kind.properties} describes it.
 *
 * @param variables what its texts may name
 * @param required what WhatsApp, SMS and e-mail text have to name each
 * @param expected what a part should name; without it the clinic is warned
 */
public record Kind(
        String name,
        Set<Variable> variables,
        Set<Variable> required,
        Map<Part, Set<Variable>> expected) {

    static Kind read(String name) {
        var described = new Properties();
        try {
            described.load(
                    new StringReader(
                            ResourceText.read("/templates/%s/kind.properties".formatted(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var expected = new EnumMap<Part, Set<Variable>>(Part.class);
        for (var part : Part.values()) {
            expected.put(part, variables(described.getProperty("expected." + part.field(), "")));
        }
        return new Kind(
                name,
                variables(described.getProperty("variables", "")),
                variables(described.getProperty("required", "")),
                expected);
    }

    Set<Variable> requiredIn(Part part) {
        return part.standsAlone() ? required : Set.of();
    }

    private static Set<Variable> variables(String words) {
        var all = EnumSet.noneOf(Variable.class);
        Arrays.stream(words.split(" "))
                .filter(word -> !word.isBlank())
                .map(word -> Variable.named(word).orElseThrow(IllegalStateException::new))
                .forEach(all::add);
        return all;
    }
}
