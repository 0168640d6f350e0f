package com.clinni.faultharness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.clinni.testbed.client.Clinni;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

    private static final Instant NOON = Instant.parse("2030-03-05T12:00:00Z");

    @Test
    void the_same_seed_books_the_same_visits() {
        assertThat(visits(7)).isEqualTo(visits(7)).isNotEqualTo(visits(8));
    }

    @Test
    void nobody_shares_a_number_or_an_address() {
        var visits = visits(7);

        assertThat(visits)
                .extracting(v -> v.patient().phone())
                .filteredOn(p -> p != null)
                .doesNotHaveDuplicates();
        assertThat(visits)
                .extracting(v -> v.patient().email())
                .filteredOn(m -> m != null)
                .doesNotHaveDuplicates();
    }

    @Test
    void some_visits_are_moved_some_cancelled_and_some_people_are_hard_to_reach() {
        var visits = visits(7);

        assertThat(visits).extracting(Visit::change).contains(Change.values());
        assertThat(visits).anyMatch(v -> Roster.notOnWhatsApp().contains(v.patient().phone()));
        var failing = Roster.failing().stream().map(contact -> contact.number()).toList();
        assertThat(visits).anyMatch(v -> failing.contains(v.patient().phone()));
        assertThat(visits).anyMatch(v -> Roster.refusedLater().contains(v.patient().phone()));
        assertThat(visits).anyMatch(v -> v.patient().phone() == null);
        assertThat(visits).anyMatch(v -> v.patient().email() == null);
        assertThat(visits).extracting(v -> v.clinic().policy()).contains(Policy.values());
    }

    @Test
    void a_steady_load_that_meets_a_defect_tells_of_it(@TempDir Path dir) {
        var asked = new AtomicInteger();
        InstantSource broken =
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("no time");
                };
        var clinni = new Clinni(1, 2, 3, 4, 5);
        var clock = broken.withZone(Clinic.ZONE);
        try (var due = new DueSet(dir.resolve("due.jsonl"));
                var load = new Load(clinni, clinics(), new Roster(), due, clock, 7)) {
            load.steady(100);
            await().until(() -> asked.get() > 1);

            assertThatThrownBy(load::stop).hasRootCauseMessage("no time");
        }
    }

    private static List<Clinic> clinics() {
        return Arrays.stream(Policy.values())
                .map(policy -> Clinic.of("test", policy, policy.credit(), NOON))
                .toList();
    }

    private static List<Visit> visits(long seed) {
        var roster = new Roster();
        var clinics = clinics();
        return IntStream.range(0, 500)
                .mapToObj(n -> Visit.of(seed, n, clinics, BookingHorizon.USUAL, roster, NOON))
                .toList();
    }
}
