package com.clinni.appointments.clinic;

import static com.clinni.appointments.TestClinics.clinic;
import static com.clinni.appointments.TestClinics.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.clinni.appointments.KafkaLog;
import com.clinni.appointments.outbox.RelaySteps;
import com.clinni.events.Channel;
import com.clinni.events.ClinicProfile;
import com.clinni.events.EventReader;
import com.clinni.events.Reading;
import com.clinni.events.Topics;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaAndPostgres.class)
class ClinicProfilePublisherTest {

    private static final EventReader<ClinicProfile> READER =
            new EventReader<>(ClinicProfile.class, Topics.CLINIC_PROFILE);

    @Inject ClinicProfilePublisher profiles;
    @Inject RelaySteps outbox;
    @Inject KafkaLog kafka;

    @Test
    void a_new_clinic_and_each_change_of_it_are_told_once() {
        var id = clinic("channel", "\"EMAIL\"");
        tell();
        put(id, "channel", "\"SMS\"", "language", "\"ca\"");
        tell();
        tell();

        assertThat(told(id))
                .extracting(ClinicProfile::version, ClinicProfile::channel, ClinicProfile::language)
                .containsExactly(tuple(1L, Channel.EMAIL, "es"), tuple(2L, Channel.SMS, "ca"));
    }

    @Test
    void a_clinic_that_is_put_as_it_is_tells_nothing() {
        var id = clinic();
        tell();
        put(id);
        tell();

        assertThat(told(id)).hasSize(1);
    }

    @Test
    void a_clinic_that_sends_nothing_says_so() {
        var id = clinic("channel", "\"NONE\"");
        tell();

        assertThat(told(id)).singleElement().returns(null, ClinicProfile::channel);
    }

    @Test
    void clinics_from_before_anybody_was_told_are_told_however_many() throws SQLException {
        var ids = IntStream.range(0, 3).mapToObj(i -> clinic()).toList();
        tell();
        DatabaseAdmin.execute("UPDATE clinic SET profile_told = false");
        tell();

        assertThat(ids).allSatisfy(id -> assertThat(told(id)).hasSize(2));
    }

    private void tell() {
        profiles.tell();
        outbox.relay();
    }

    private List<ClinicProfile> told(String clinicId) {
        return kafka.of(Topics.CLINIC_PROFILE, clinicId).stream()
                .map(record -> READER.read(record.headers(), record.value()))
                .map(reading -> ((Reading.Read<ClinicProfile>) reading).event())
                .toList();
    }
}
