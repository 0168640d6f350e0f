package com.clinni.appointments.report;

import static com.clinni.events.Channel.EMAIL;
import static com.clinni.events.Channel.SMS;
import static com.clinni.events.Channel.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.appointments.reminder.PublicState;
import com.clinni.events.Channel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostTest {

    /** Prices of a test's own; null is one that nobody has set. */
    private record Prices(String whatsappPrice, String smsPrice, String officialPrice)
            implements PriceList {

        @Override
        public String currency() {
            return "EUR";
        }

        @Override
        public BigDecimal whatsapp() {
            return new BigDecimal(whatsappPrice);
        }

        @Override
        public BigDecimal email() {
            return BigDecimal.ZERO;
        }

        @Override
        public Optional<BigDecimal> smsSegment() {
            return Optional.ofNullable(smsPrice).map(BigDecimal::new);
        }

        @Override
        public Optional<BigDecimal> officialWhatsapp() {
            return Optional.ofNullable(officialPrice).map(BigDecimal::new);
        }
    }

    @Test
    void every_channel_has_its_price_and_the_sum_is_rounded_once() {
        var counts =
                List.of(
                        sent(WHATSAPP, 1),
                        sent(SMS, 1),
                        new ReminderCount(SMS, PublicState.READ, 1, 0, 0, 1),
                        sent(EMAIL, 7));

        var cost = Cost.of(counts, new Prices("0.004", "0.004", "0.025"));

        assertThat(cost.estimated()).isEqualTo(new BigDecimal("0.01"));
        assertThat(cost.official()).isEqualTo(new BigDecimal("0.25"));
        assertThat(cost.currency()).isEqualTo("EUR");
    }

    @Test
    void a_sum_with_an_unknown_price_in_it_is_not_told() {
        var prices = new Prices("0", null, null);

        assertThat(Cost.of(List.of(sent(EMAIL, 3), sent(SMS, 1)), prices).estimated()).isNull();
        assertThat(Cost.of(sent(SMS, 1), prices)).isEmpty();
        assertThat(Cost.of(List.of(sent(EMAIL, 3)), prices).estimated())
                .isEqualTo(new BigDecimal("0.00"));
        assertThat(Cost.of(List.of(sent(EMAIL, 3)), prices).official()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SENT", "DELIVERED", "READ"})
    void what_was_not_proved_to_be_sent_costs_nothing(PublicState state) {
        var prices = new Prices("1", "1", "1");

        assertThat(Cost.of(List.of(new ReminderCount(SMS, state, 5, 0, 0, 0)), prices).estimated())
                .isEqualTo(new BigDecimal("0.00"));
        assertThat(Cost.of(new ReminderCount(SMS, state, 5, 0, 0, 0), prices)).isEmpty();
    }

    @Test
    void segments_that_were_billed_cost_what_they_do_wherever_the_reminder_ended() {
        var prices = new Prices("1", "0.05", null);
        var byEmail = new ReminderCount(EMAIL, PublicState.SENT, 1, 0, 0, 3);
        var notDelivered = new ReminderCount(SMS, PublicState.NOT_DELIVERED, 1, 0, 0, 2);

        assertThat(Cost.of(byEmail, prices)).contains(new BigDecimal("0.15"));
        assertThat(Cost.of(notDelivered, prices)).contains(new BigDecimal("0.10"));
        assertThat(Cost.of(List.of(byEmail, notDelivered), prices).estimated())
                .isEqualTo(new BigDecimal("0.25"));
    }

    private static ReminderCount sent(Channel channel, int reminders) {
        var segments = channel == SMS ? reminders : 0;
        return new ReminderCount(channel, PublicState.SENT, reminders, 0, 0, segments);
    }
}
