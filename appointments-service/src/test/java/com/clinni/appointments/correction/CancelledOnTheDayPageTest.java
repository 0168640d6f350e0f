package com.clinni.appointments.correction;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.book;
import static com.clinni.appointments.TestClinics.cancel;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.move;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.manual.day.DayPageScenario;
import com.clinni.events.DeliveryState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cancelled visit stays on the day's page, and the page says whether its patient knows. */
@QuarkusTest
class CancelledOnTheDayPageTest extends DayPageScenario {

    @Inject CorrectionSteps told;

    @Test
    void a_cancelled_visit_is_struck_through_and_nothing_can_be_sent() {
        var clinic = clinic();
        cancel(book(clinic, SLOT)).then().statusCode(204);

        assertThat(page(clinic, DAY, "es"))
                .contains("<del>16:30</del>", "<del>Ana</del>", "Cita anulada")
                .contains("No se le ha avisado de la anulación")
                .doesNotContain("Abrir WhatsApp", "Lo he enviado", "Programado");
        assertThat(page(clinic, DAY, "en"))
                .contains("Visit cancelled", "Was not told of the cancellation");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, Se le ha avisado",
        "READ, Se le ha avisado",
        "DOUBT_CLOSED, Quizá sabe",
        "SENDING, Se le está avisando",
        "NEEDS_ATTENTION, No se le ha avisado"
    })
    void who_was_reminded_is_told_and_the_page_says_how_that_stands(
            DeliveryState reported, String words) {
        var clinic = clinic();
        var visit = told.reminded(clinic);
        cancel(visit).then().statusCode(204);
        assertThat(page(clinic, DAY, "es")).contains("Se le está avisando");

        told.report(told.onceSettled(visit).getLast(), 1, reported);

        assertThat(page(clinic, DAY, "es")).contains(words);
    }

    @Test
    void a_visit_that_was_moved_away_stands_on_its_new_day_only() {
        var clinic = clinic();
        move(book(clinic, SLOT), "2027-03-20T12:00:00+01:00").then().statusCode(200);

        assertThat(page(clinic, DAY, "es")).doesNotContain("Ana");
    }
}
