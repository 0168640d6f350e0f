package com.clinni.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void a_statement_is_found_by_its_file_and_name_and_includes_blocks_of_both_files() {
        var close = Sql.named("parcels/close");

        assertThat(close.jdbc())
                .isEqualToNormalizingWhitespace(
                        "UPDATE parcel SET state = ?::text WHERE state = 'OPEN' AND due_at <= ? AND"
                                + " shelf IS NULL");
        assertThat(close.parameters()).containsExactly("state", "now");
    }

    @Test
    void a_statement_that_is_not_there_is_told_by_name() {
        assertThatThrownBy(() -> Sql.named("parcels/lose"))
                .hasMessage("no statement is named parcels/lose");
        assertThatThrownBy(() -> Sql.named("letters/lose"))
                .hasMessage("there is no file sql/letters.sql");
    }

    @Test
    void a_statement_that_includes_itself_is_refused() {
        assertThatThrownBy(() -> Sql.named("parcels/circle"))
                .hasMessage("the statement parcels/circle includes itself");
    }
}
