package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.client.ReceivedMessage;
import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedLineTest extends Journey {

    /** One message each 100 ms, 30 % sooner at the most by jitter, and a clock tick. */
    private static final int PER_SECOND = 15;

    @Test
    void two_dispatchers_together_send_no_faster_than_one_line_may() throws Exception {
        var second = system.another(Service.WHATSAPP);
        try {
            var clinic = TestClinic.byWhatsApp(clinni, "NONE");
            var patients = Stream.generate(TestPatient::withPhoneAndEmail).limit(60).toList();
            patients.forEach(clinic::book);

            eventually(() -> assertThat(sentTo(patients)).hasSize(60));

            assertThat(busiestSecond(sentTo(patients))).isLessThanOrEqualTo(PER_SECOND);
        } finally {
            second.stop(Duration.ofSeconds(30));
        }
    }

    private List<ReceivedMessage> sentTo(List<TestPatient> patients) {
        var numbers = patients.stream().map(TestPatient::phone).toList();
        return simulators.received("whatsapp").stream()
                .filter(message -> numbers.contains(message.to()))
                .toList();
    }

    private static long busiestSecond(List<ReceivedMessage> messages) {
        var times = messages.stream().map(ReceivedMessage::at).sorted().toList();
        return times.stream().mapToLong(from -> within(times, from)).max().orElse(0);
    }

    private static long within(List<Instant> times, Instant from) {
        var to = from.plusSeconds(1);
        return times.stream().filter(at -> !at.isBefore(from) && at.isBefore(to)).count();
    }
}
