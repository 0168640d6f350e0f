package com.clinni.appointments.manual.day;

import static io.restassured.RestAssured.given;

import com.clinni.appointments.manual.link.FakeReminderService;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A March morning, and a clinic's page of a day. */
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(value = FakeReminderService.class, scope = TestResourceScope.GLOBAL)
public abstract class DayPageScenario {

    public static final String DAY = "2027-03-10";
    public static final String DAY_OF = "/clinics/{id}/day";

    @Inject MutableClock clock;
    FakeReminderService texts;

    @BeforeEach
    void on_a_march_morning() {
        clock.set("2027-03-01T09:00:00Z");
        texts.say(FakeReminderService.text("Hola"));
    }

    public static String page(String clinic, String date, String lang) {
        return given().queryParam("date", date)
                .queryParam("lang", lang)
                .get(DAY_OF, clinic)
                .asString();
    }
}
