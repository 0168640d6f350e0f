package com.clinni.fallback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clinni.fallback.ServiceTest;
import com.clinni.platform.intake.BatchIntake;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchIntakeTest extends ServiceTest {

    private final List<Integer> stored = new ArrayList<>();
    private final List<Integer> aside = new ArrayList<>();

    @Inject BatchIntake intake;

    @Test
    void whatever_one_of_them_fails_with_only_that_one_is_put_aside() {
        take(new IllegalStateException("a defect of ours"));

        assertThat(stored).containsExactly(1, 3);
        assertThat(aside).containsExactly(2);
    }

    @Test
    void a_lost_database_puts_nothing_aside() {
        assertThatThrownBy(() -> take(new QuarkusTransactionException("no connection")))
                .isInstanceOf(QuarkusTransactionException.class);

        assertThat(stored).isEmpty();
        assertThat(aside).isEmpty();
    }

    private void take(RuntimeException failure) {
        intake.take(
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
