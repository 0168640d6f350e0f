package com.clinni.fallback.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.events.DeliveryState;
import com.clinni.fallback.message.LegalTransitions.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegalTransitionsTest {

    private static final Path DIAGRAMS = Path.of("../docs/data-path.md");
    private static final Path STATEMENTS = Path.of("src/main/resources/sql");
    private static final Pattern DIAGRAM =
            Pattern.compile(
                    "In fallback-dispatcher:\\s+```mermaid\\s+stateDiagram-v2\\s([^`]+)```");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\S+) --> ([A-Z_]+)(?::.*)?$");
    private static final Pattern STATEMENT =
            Pattern.compile("(?ms)^-- name: ([a-z-]+)$(.*?)(?=^-- name: |\\z)");
    private static final Pattern WRITES_A_STATE =
            Pattern.compile(
                    "(?s)INSERT INTO message\\b|UPDATE"
                            + " message\\b[^;]*?\\bSET\\b(?:(?!WHERE).)*?\\bstate =");

    @Test
    void the_diagram_draws_this_table() throws IOException {
        var diagram = DIAGRAM.matcher(Files.readString(DIAGRAMS));
        assertThat(diagram.find()).isTrue();
        var arrows = ARROW.matcher(diagram.group(1)).results().toList();

        assertThat(
                        arrows.stream()
                                .filter(LegalTransitionsTest::begins)
                                .map(LegalTransitionsTest::to))
                .containsExactlyInAnyOrderElementsOf(LegalTransitions.TABLE.first());
        assertThat(arrows.stream().filter(arrow -> !begins(arrow)).map(LegalTransitionsTest::step))
                .containsExactlyInAnyOrderElementsOf(LegalTransitions.TABLE.steps());
    }

    @Test
    void a_transition_stands_once() {
        assertThat(LegalTransitions.TABLE.steps()).doesNotHaveDuplicates();
    }

    /** Each of them asks the table first; a fourth that writes a state would go round it. */
    @Test
    void only_three_statements_write_a_state() throws IOException {
        var writers = new ArrayList<String>();
        try (var files = Files.list(STATEMENTS)) {
            for (var file : files.toList()) {
                STATEMENT
                        .matcher(Files.readString(file))
                        .results()
                        .filter(block -> WRITES_A_STATE.matcher(plain(block.group(2))).find())
                        .forEach(block -> writers.add(block.group(1)));
            }
        }

        assertThat(writers).containsExactlyInAnyOrder("store", "move", "close");
    }

    @Test
    void what_is_not_in_the_table_is_refused() {
        for (var from : DeliveryState.values()) {
            for (var to : DeliveryState.values()) {
                if (!LegalTransitions.TABLE.steps().contains(new Step(from, to))) {
                    assertThatThrownBy(() -> LegalTransitions.TABLE.require(from, to))
                            .isInstanceOf(IllegalStateException.class);
                }
            }
        }
        Stream.of(DeliveryState.values())
                .filter(state -> !LegalTransitions.TABLE.first().contains(state))
                .forEach(
                        state ->
                                assertThatThrownBy(() -> LegalTransitions.TABLE.requireFirst(state))
                                        .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void a_person_discards_only_what_needs_attention() {
        assertThat(LegalTransitions.TABLE.before(DeliveryState.DISCARDED))
                .containsExactly(DeliveryState.NEEDS_ATTENTION);
    }

    @Test
    void only_what_needs_attention_or_waits_goes_back_where_it_died() {
        assertThat(LegalTransitions.TABLE.before(DeliveryState.REPLAYED))
                .containsExactlyInAnyOrder(DeliveryState.NEEDS_ATTENTION, DeliveryState.RECEIVED);
    }

    private static String plain(String statement) {
        return statement.replaceAll("--[^\\n]*", "");
    }

    private static boolean begins(MatchResult arrow) {
        return arrow.group(1).equals("[*]");
    }

    private static DeliveryState to(MatchResult arrow) {
        return DeliveryState.valueOf(arrow.group(2));
    }

    private static Step step(MatchResult arrow) {
        return new Step(DeliveryState.valueOf(arrow.group(1)), to(arrow));
    }
}
