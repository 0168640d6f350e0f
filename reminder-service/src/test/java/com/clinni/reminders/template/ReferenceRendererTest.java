package com.clinni.reminders.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceRendererTest {

    private static final int CASES = 20_000;
    private static final long SEED = 20300306;
    private static final List<String> WORDS =
            List.of("Hola", ":", " le esperamos el", ".", "\n", "\n\n", "ñ€", "🙂", "x");
    private static final List<String> NAMES =
            List.of(
                    "Ana",
                    "José 🙂",
                    "{clinic}",
                    "{{clinic}}",
                    "{{date}}",
                    "\\{time}",
                    "{config:x}",
                    "{inject:x}",
                    "{patient.class}",
                    "{#include x /}",
                    "{#if patient}x{/if}",
                    "${x}",
                    "#{x}",
                    "<b>",
                    "$1",
                    "%");

    private final Random random = new Random(SEED);

    @Test
    void random_texts_read_the_same_as_by_the_reference_renderer() throws TemplateFault {
        for (var i = 0; i < CASES; i++) {
            var source = source();
            var texts = texts();

            assertThat(TestTemplates.parse(source).render(SampleValues.with(texts)))
                    .as("case %d of seed %d", i, SEED)
                    .isEqualTo(ReferenceRenderer.render(source, texts));
        }
    }

    private String source() {
        var source = new StringBuilder();
        for (var parts = random.nextInt(12); parts > 0; parts--) {
            source.append(
                    random.nextBoolean() ? one(WORDS) : " {" + one(Variable.KNOWN).word() + "}");
        }
        return source.toString();
    }

    private Map<Variable, String> texts() {
        var texts = new HashMap<Variable, String>();
        for (var variable : Variable.KNOWN) {
            texts.put(variable, variable.isRequired() || random.nextBoolean() ? one(NAMES) : "");
        }
        return texts;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
