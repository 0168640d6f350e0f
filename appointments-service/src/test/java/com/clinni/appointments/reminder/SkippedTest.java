package com.clinni.appointments.reminder;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.clinic;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.manual.day.DayPageScenario;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Omitido" says why. */
@QuarkusTest
class SkippedTest extends DayPageScenario {

    @ParameterizedTest
    @CsvSource({
        "opted-out, , OPTED_OUT",
        "opted-out-of-whatsapp, , OPTED_OUT_OF_WHATSAPP",
        "opted-out-of-email, LINE_DOWN, OPTED_OUT_OF_EMAIL",
        "opted-out-of-every-channel, LINE_DOWN, OPTED_OUT_OF_EVERY_CHANNEL",
        "no-fallback, LINE_DOWN, NO_FALLBACK",
        "no-fallback, NOT_ON_WHATSAPP, NOT_ON_WHATSAPP",
        "clinic-sends-nothing, , CLINIC_SENDS_NOTHING",
        "something-newer, , "
    })
    void a_dispatchers_detail_becomes_a_reason(String detail, String cause, SkipReason reason) {
        assertThat(SkipReason.of(detail, cause).orElse(null)).isEqualTo(reason);
    }

    @Test
    void a_clinic_that_sends_nothing_says_so_on_its_day() {
        var clinic = clinic("channel", "\"NONE\"");
        book(clinic, SLOT);

        assertThat(page(clinic, DAY, "es")).contains("Sin recordatorio: la clínica");
    }
}
