package com.clinni.platform.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.platform.database.ConnectedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestSecretCheckTest {

    private static final String SECRET = "only-for-tests-0123456789abcdef0123";

    @BeforeEach
    void a_service_that_never_started() throws SQLException {
        ConnectedDatabase.execute(
                """
                CREATE TABLE IF NOT EXISTS digest_secret (
                    one boolean PRIMARY KEY DEFAULT true CHECK (one), proof uuid NOT NULL);
                DELETE FROM digest_secret\
                """);
    }

    @Test
    void a_missing_or_short_secret_is_refused_with_a_sentence_that_does_not_quote_it() {
        assertThat(refusals(Optional.empty()))
                .singleElement()
                .asString()
                .contains("digest.secret", "32")
                .endsWith(".");
        assertThat(refusals(Optional.of("too-short")))
                .singleElement()
                .asString()
                .contains("digest.secret")
                .doesNotContain("too-short");
    }

    @Test
    void the_secret_of_the_first_start_is_taken_at_every_other() {
        assertThat(refusals(Optional.of(SECRET))).isEmpty();
        assertThat(refusals(Optional.of(SECRET))).isEmpty();
    }

    @Test
    void another_secret_than_before_is_refused() {
        refusals(Optional.of(SECRET));

        assertThat(refusals(Optional.of(SECRET + "x")))
                .singleElement()
                .asString()
                .contains("digest.secret", "database")
                .doesNotContain(SECRET)
                .endsWith(".");
        assertThat(refusals(Optional.of(SECRET))).isEmpty();
    }

    @Test
    void production_does_not_take_the_secret_of_tests() {
        assertThat(new DigestProductionCheck(() -> Optional.of(SECRET)).refusals())
                .singleElement()
                .asString()
                .contains("digest.secret")
                .doesNotContain(SECRET)
                .endsWith(".");
        assertThat(new DigestProductionCheck(() -> Optional.of("0".repeat(32))).refusals())
                .isEmpty();
    }

    private static List<String> refusals(Optional<String> secret) {
        return new DigestSecretCheck(() -> secret, ConnectedDatabase.connect()).refusals().toList();
    }
}
