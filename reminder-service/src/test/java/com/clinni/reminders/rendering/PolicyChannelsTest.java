package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChannelsTest {

    @ParameterizedTest
    @CsvSource({
        "WHATSAPP, NONE, WHATSAPP",
        "WHATSAPP, EMAIL, WHATSAPP EMAIL",
        "WHATSAPP, SMS, WHATSAPP SMS EMAIL",
        "EMAIL, NONE, EMAIL",
        "EMAIL, EMAIL, EMAIL",
        "EMAIL, SMS, EMAIL SMS",
        "SMS, NONE, SMS EMAIL",
        "SMS, EMAIL, SMS EMAIL",
        "SMS, SMS, SMS EMAIL",
    })
    void every_channel_the_policy_may_come_to_is_rendered(
            Channel own, Fallback fallback, String channels) {
        var clinic = DueReminder.forAna().policy(own, fallback).event().clinic();

        assertThat(PolicyChannels.of(clinic))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(channels.split(" ")).map(Channel::valueOf).toList());
    }
}
