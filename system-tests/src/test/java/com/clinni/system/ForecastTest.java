package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a clinic knows the evening before. */
class ForecastTest extends Journey {

    /** In 48 hours, so that a reminder of the day before is due tomorrow, whatever time it is. */
    private static final Duration THE_DAY_AFTER_TOMORROW = Duration.ofHours(48);

    @Test
    void a_clinic_learns_that_its_credit_will_not_suffice_and_that_it_does_once_topped_up() {
        var clinic = TestClinic.by(clinni, "SMS");
        clinic.book(TestPatient.withPhoneAndEmail(), TestClinic.in(THE_DAY_AFTER_TOMORROW));

        eventually(() -> assertThat(forecast(clinic).path("reminders").asInt()).isEqualTo(1));
        assertThat(forecast(clinic).path("segments").asInt()).isEqualTo(2);
        assertThat(forecast(clinic).path("suffices").asBoolean()).isFalse();

        clinni.topUp(clinic.id(), 2, "invoice of " + clinic.id()).orThrow();
        assertThat(forecast(clinic).path("suffices").asBoolean()).isTrue();
    }

    private JsonNode forecast(TestClinic clinic) {
        return clinni.forecast(clinic.id()).orThrow().body();
    }
}
