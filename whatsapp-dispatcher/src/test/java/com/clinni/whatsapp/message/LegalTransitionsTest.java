package com.clinni.whatsapp.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Diagram, table and statements say the same. */
class LegalTransitionsTest {

    private static final Pattern ARROW =
            Pattern.compile("(?m)^ +(\\[\\*]|[A-Z_]+) --> ([A-Z_]+)(?::.*)?$");
    private static final Pattern BLOCK =
            Pattern.compile("(?s)-- name: ([a-z-]+)\\n(.*?)(?=-- name: |\\z)");
    private static final Pattern WRITES_STATE =
            Pattern.compile(
                    "(?s)INSERT INTO message |\\{messages/moved}"
                            + "|UPDATE message .*?SET(?:(?!\\b(?:WHERE|FROM)\\b).)*?\\bstate = ");

    @Test
    void the_diagram_draws_the_table() throws IOException {
        var text = Files.readString(Path.of("../docs/data-path.md"));
        var from = text.indexOf("```mermaid", text.indexOf("In whatsapp-dispatcher"));
        var drawn =
                ARROW.matcher(text.substring(from, text.indexOf("```\n", from + 3)))
                        .results()
                        .map(a -> a.group(1).replace("[*]", "") + ">" + a.group(2))
                        .distinct()
                        .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(LegalTransitions.TABLE.pairs());
    }

    @Test
    void every_statement_that_writes_a_state_compares_with_the_table() throws IOException {
        var writers =
                statements().stream().filter(s -> WRITES_STATE.matcher(s.text()).find()).toList();
        assertThat(writers).hasSize(9);
        assertThat(writers)
                .allMatch(
                        s ->
                                s.text().contains("{messages/legally}")
                                        || s.text().contains("= ANY (:legal::text[])"));
    }

    private record Statement(String name, String text) {}

    private static List<Statement> statements() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/sql"))) {
            return files.flatMap(LegalTransitionsTest::statements).toList();
        }
    }

    private static Stream<Statement> statements(Path file) {
        try {
            return BLOCK.matcher(Files.readString(file))
                    .results()
                    .map(b -> new Statement(file.getFileName() + "/" + b.group(1), b.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
