package com.clinni.appointments.agenda.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.agenda.importing.AgendaIds.Derived;
import com.clinni.events.digest.KeyedDigest;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgendaIdsTest {

    private static final String SECRET = "only-for-tests-0123456789abcdef0123";
    private static final String ANA = "ana ruiz";
    private static final String NUMBER = "+34600000123";
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    private final AgendaIds ids = new AgendaIds(new KeyedDigest(SECRET), "c-1");

    @Test
    void who_knows_name_number_and_day_cannot_compute_an_id() {
        var others = new AgendaIds(new KeyedDigest("another-" + SECRET), "c-1");

        assertThat(all(ids)).extracting(Derived::id).allMatch(id -> id.version() == 8);
        assertThat(all(ids))
                .extracting(Derived::id)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(all(others).map(Derived::id).toList())
                .doesNotContainAnyElementsOf(all(ids).map(Derived::former).toList());
    }

    @Test
    void the_same_line_has_the_same_ids_at_one_clinic_and_others_at_another() {
        assertThat(all(ids)).containsExactlyElementsOf(all(ids).toList());
        assertThat(all(ids))
                .extracting(Derived::id)
                .doesNotContainAnyElementsOf(
                        all(new AgendaIds(ids.digest(), "c-2")).map(Derived::id).toList());
    }

    @Test
    void an_address_is_one_in_whatever_case() {
        assertThat(ids.patient(ANA, "Ana@example.com").id())
                .isEqualTo(ids.patient(ANA, "ana@example.com").id());
    }

    /** Rows of databases in use hold these. */
    @Test
    void the_former_ids_are_what_version_0_1_derived() {
        assertThat(all(ids))
                .extracting(Derived::former)
                .containsExactly(
                        UUID.fromString("d1856e76-2206-593d-8d4d-1f76425c8d98"),
                        UUID.fromString("6525e2b2-e4f6-5501-acd2-91a005b82ed9"),
                        UUID.fromString("2c9ba0ae-2865-5321-b898-9b8565e1aa62"));
    }

    private static Stream<Derived> all(AgendaIds ids) {
        return Stream.of(ids.patient(ANA, NUMBER), ids.day(ANA, NUMBER, DAY), ids.visit("77"));
    }
}
