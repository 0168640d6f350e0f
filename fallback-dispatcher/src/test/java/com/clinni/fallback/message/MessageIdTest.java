package com.clinni.fallback.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    private static final UUID REMINDER = UUID.fromString("5f0c1c8e-0000-5000-8000-000000000001");

    @Test
    void the_same_death_has_the_same_name_and_another_generation_another() {
        var first = MessageId.of(REMINDER, "WHATSAPP", 1);

        assertThat(MessageId.of(REMINDER, "WHATSAPP", 1)).isEqualTo(first);
        assertThat(MessageId.of(REMINDER, "WHATSAPP", 2)).isNotEqualTo(first);
        assertThat(MessageId.of(REMINDER, "DIRECT", 1)).isNotEqualTo(first);
    }

    @Test
    void a_name_is_a_uuid_of_version_5() {
        var name = MessageId.ofRecord("a-topic", 3, 42);

        assertThat(name.version()).isEqualTo(5);
        assertThat(name.variant()).isEqualTo(2);
    }
}
