package com.clinni.reminders.template;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A kind of message, as its file {@code templates/<name>/kind.properties} describes it.
 *
 * @param isRequestable whether other services may ask for it
 * @param variables what its texts may name
 * @param given those of them that only a requester knows, with what a preview says for them
 * @param required what WhatsApp, SMS and e-mail text have to name each
 * @param expected what a part should name; without it the clinic is warned
 */
public record Kind(
        String name,
        boolean isRequestable,
        Set<Variable> variables,
        Map<Variable, Sample> given,
        Set<Variable> required,
        Map<Part, Set<Variable>> expected) {

    /** What a preview says, usually and at its longest. */
    public record Sample(String usual, String longest) {}

    static Kind read(String name) {
        var described = new Properties();
        try {
            described.load(
                    new StringReader(
                            ResourceText.read("/templates/%s/kind.properties".formatted(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var given = given(described);
        var variables = new LinkedHashSet<>(variables(described, "variables", given.keySet()));
        variables.addAll(given.keySet());
        var expected = new EnumMap<Part, Set<Variable>>(Part.class);
        for (var part : Part.values()) {
            expected.put(part, variables(described, "expected." + part.field(), given.keySet()));
        }
        return new Kind(
                name,
                described.getProperty("requestable", "no").equals("yes"),
                Collections.unmodifiableSet(variables),
                given,
                variables(described, "required", given.keySet()),
                expected);
    }

    /** The variable of that word, if its texts may name it. */
    public Optional<Variable> variable(String word) {
        return variables.stream().filter(variable -> variable.word().equals(word)).findFirst();
    }

    Set<Variable> requiredIn(Part part) {
        return part.standsAlone() ? required : Set.of();
    }

    /** A question mark behind the word: it may be left out, and takes its line along. */
    private static Map<Variable, Sample> given(Properties described) {
        var given = new LinkedHashMap<Variable, Sample>();
        for (var word : words(described, "given")) {
            var name = word.replace("?", "");
            given.put(
                    Variable.given(
                            name,
                            word.endsWith("?")
                                    ? Variable.WhenEmpty.TAKES_ITS_LINE
                                    : Variable.WhenEmpty.IS_MISSING),
                    new Sample(
                            described.getProperty("sample." + name),
                            described.getProperty("longest." + name)));
        }
        return Collections.unmodifiableMap(given);
    }

    private static Set<Variable> variables(
            Properties described, String property, Set<Variable> given) {
        var all = new LinkedHashSet<Variable>();
        for (var word : words(described, property)) {
            all.add(
                    Variable.known(word)
                            .or(() -> given.stream().filter(v -> v.word().equals(word)).findFirst())
                            .orElseThrow(IllegalStateException::new));
        }
        return Collections.unmodifiableSet(all);
    }

    private static String[] words(Properties described, String property) {
        return Arrays.stream(described.getProperty(property, "").split(" "))
                .filter(word -> !word.isBlank())
                .toArray(String[]::new);
    }
}
