package com.clinni.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Glossary SAMPLE =
            Glossary.read(
                    List.of(
                            "| Word | Means | Not this |",
                            "|---|---|---|",
                            "| dead letter | a message its channel gave up | autopsy, corpse |",
                            "| line | a number | |"));

    @Test
    void no_class_is_named_by_a_word_that_the_glossary_rules_out() throws IOException {
        var glossary = Glossary.ofTheDocs();

        var complaints =
                JavaSource.ofAllModules().stream()
                        .flatMap(source -> source.types().stream())
                        .map(glossary::complaintAbout)
                        .flatMap(Optional::stream);

        assertThat(glossary.replacements()).hasSizeGreaterThan(40);
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_word_that_is_ruled_out_is_found_in_a_class_name_with_the_word_to_use() {
        assertThat(SAMPLE.complaintAbout("SmsAutopsyReader"))
                .contains("SmsAutopsyReader: not \"autopsy\" but \"dead letter\"");
        assertThat(SAMPLE.complaintAbout("Autopsies")).isEmpty();
        assertThat(SAMPLE.complaintAbout("CorpsesTest"))
                .contains("CorpsesTest: not \"corpse\" but \"dead letter\"");
    }

    @Test
    void a_word_that_only_contains_it_is_not_meant() {
        assertThat(SAMPLE.complaintAbout("AutopsyingTest")).isEmpty();
        assertThat(SAMPLE.complaintAbout("LineReader")).isEmpty();
    }

    @Test
    void types_inside_of_others_are_read_and_comments_are_not() {
        var source =
                new JavaSource(
                        "sample",
                        false,
                        """
                        /** The class Hidden is a comment. */
                        public final class Outer {
                            // record Other
                            private sealed interface Inner {}
                        }
                        """);

        assertThat(source.types()).containsExactly("Outer", "Inner");
    }
}
