package com.clinni.appointments;

import static com.clinni.appointments.TestClinics.SLOT;
import static com.clinni.appointments.TestClinics.booking;
import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.fresh;
import static com.clinni.appointments.TestClinics.post;

import com.clinni.testbed.access.ForeignClinic;
import com.clinni.testbed.access.OtherClinicsConformance;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests of a caller of one clinic for what is another's, by every route. */
@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class OtherClinicsRowsTest implements OtherClinicsConformance {

    private static final String PHONE = "600 918 273";
    private static final String NAME = "Canariela";
    private static final String CLINIC_NAME = "Clínica Canariona";
    private static final String PATIENT = "patient-7";

    @TestHTTPResource URI service;

    @Override
    public URI service() {
        return service;
    }

    @Override
    public void know(String clinicId) {
        TestClinics.put(clinicId).then().statusCode(201);
    }

    @Override
    public ForeignClinic foreignClinic() {
        var alfa = clinic("name", "\"" + CLINIC_NAME + "\"");
        var visits = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var visit = fresh("visit");
            var booked =
                    booking(visit, SLOT)
                            .replace("600 000 123", PHONE)
                            .replace("Ana", NAME)
                            .replace("p-1", PATIENT);
            post(alfa, booked).then().statusCode(201);
            visits.add(visit);
        }
        return new ForeignClinic(
                alfa,
                Map.of("appointmentId", visits, "patientId", List.of(PATIENT)),
                List.of(PHONE, NAME, CLINIC_NAME, "918273"),
                List.of(
                        booking(visits.getFirst(), SLOT),
                        booking(fresh("visit"), SLOT),
                        "{\"startsAt\":\"2027-03-11T10:00:00+01:00\"}",
                        "{\"name\":\"Otra\",\"phone\":\"910000001\"}",
                        "{\"reason\":\"a reason\"}",
                        "{}"),
                "date=2027-03-10&from=2027-03-01&month=2027-03");
    }
}
