package com.clinni.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.kafka.Publication;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportedTest {

    private final DeliveryReported report =
            (DeliveryReported) Samples.all().get(Topics.DELIVERY_REPORTED);

    @ParameterizedTest
    @CsvSource({
        "version,              version,              /version",
        "patient.phone,        patient.phone,        /patient/phone",
        "patient.optedOut.0,   patient.optedOut.0,   /patient/optedOut/0",
        "ce_type,              ce_type,",
        "'',                   ,",
        ",                     ,",
    })
    void a_field_at_fault_is_named_and_pointed_to(String faulty, String field, String pointer) {
        var told = report.atField(faulty);

        assertThat(told)
                .returns(field, DeliveryReported::field)
                .returns(pointer, DeliveryReported::pointer);
        assertThat(
                        new EventReader<>(DeliveryReported.class, Topics.DELIVERY_REPORTED)
                                .read(
                                        Publication.of(told, "/clinni/test", Instant.EPOCH)
                                                .headers(),
                                        EventJson.write(told)))
                .isEqualTo(new Reading.Read<>(told));
    }

    @Test
    void a_report_about_no_fault_has_neither() {
        assertThat(new String(EventJson.write(report))).doesNotContain("field", "pointer");
    }
}
