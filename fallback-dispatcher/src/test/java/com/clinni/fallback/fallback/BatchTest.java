package com.clinni.fallback.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final List<Integer> stored = new ArrayList<>();
    private final List<Integer> aside = new ArrayList<>();

    @Test
    void whatever_one_of_them_fails_with_only_that_one_is_put_aside() {
        store(new IllegalStateException("a defect of ours"));

        assertThat(stored).containsExactly(1, 3);
        assertThat(aside).containsExactly(2);
    }

    @Test
    void a_lost_database_puts_nothing_aside() {
        assertThatThrownBy(() -> store(new QuarkusTransactionException("no connection")))
                .isInstanceOf(QuarkusTransactionException.class);

        assertThat(stored).isEmpty();
        assertThat(aside).isEmpty();
    }

    private void store(RuntimeException failure) {
        Batch.store(
                List.of(1, 2, 3),
                some -> {
                    if (some.contains(2)) {
                        throw failure;
                    }
                    stored.addAll(some);
                },
                (one, _) -> aside.add(one));
    }
}
