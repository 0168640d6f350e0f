package com.clinni.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final Instant AT = Instant.parse("2026-03-29T00:59:59.123456Z");
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private static Database database;

    @BeforeAll
    static void connect() {
        database = ConnectedDatabase.connect();
    }

    @Test
    void values_of_every_type_come_back_as_they_went() {
        var row =
                database.first(
                                Sql.named("parcels/types"),
                                Columns.of(List.of(1))
                                        .put("instants", _ -> AT)
                                        .put("flags", _ -> true)
                                        .put("ids", _ -> ID)
                                        .put("nulls", _ -> null)
                                        .put("bytes", _ -> "ñ".getBytes(StandardCharsets.UTF_8))
                                        .with("instant", AT)
                                        .with("duration", Duration.ofSeconds(2))
                                        .with("constant", DayOfWeek.MONDAY)
                                        .with("missing", null)
                                        .map(),
                                read ->
                                        Arrays.asList(
                                                read.instant("instant"),
                                                read.number("duration"),
                                                read.constant("constant", DayOfWeek.class),
                                                read.text("missing"),
                                                read.flag("flag"),
                                                read.instant("first"),
                                                read.uuid("id"),
                                                read.integer("nulls"),
                                                new String(
                                                        read.bytes("bytes"),
                                                        StandardCharsets.UTF_8)))
                        .orElseThrow();

        assertThat(row)
                .isEqualTo(Arrays.asList(AT, 2_000L, DayOfWeek.MONDAY, null, true, AT, ID, 1, "ñ"));
    }

    @Test
    void a_value_that_is_refused_is_said_without_the_value() {
        var refused =
                catchThrowableOfType(
                        DatabaseException.class,
                        () ->
                                database.query(
                                        Sql.named("parcels/refused"),
                                        Map.of("text", "600 000 123"),
                                        row -> row));

        assertThat(refused)
                .hasMessage("The statement parcels/refused failed with SQLSTATE 22P02.")
                .hasNoCause();
        assertThat(refused.isAboutValues()).isTrue();
        assertThat(refused.isContention()).isFalse();
    }

    @Test
    void what_is_wrong_with_a_statement_itself_is_said() {
        assertThatThrownBy(() -> database.update(Sql.named("parcels/unknown-table"), Map.of()))
                .hasMessageContaining("nothing_of_that_name");
    }

    @Test
    void a_parameter_without_a_value_is_a_defect_and_null_is_a_value() {
        assertThatThrownBy(() -> database.query(Sql.named("parcels/refused"), Map.of(), row -> row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parcels/refused needs text");
    }
}
