package com.clinni.fallback.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.DeliveryReported;
import com.clinni.events.DeliveryState;
import com.clinni.events.Fallback;
import com.clinni.fallback.CreditClient;
import com.clinni.fallback.ServiceTest;
import com.clinni.fallback.SimulatedProviders;
import com.clinni.fallback.TestMessage;
import com.clinni.testbed.simulator.channel.Mode;
import com.clinni.testbed.simulator.sms.SmsAccount.Terms;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProviderBalanceTest extends ServiceTest {

    @Inject BalanceWatch watch;
    @Inject MeterRegistry metrics;

    private final String clinic = "clinica-" + UUID.randomUUID();

    @Test
    void where_the_provider_has_less_nothing_is_begun_beyond_it_and_the_rest_go_by_email() {
        CreditClient.topUp(clinic, 10);
        provider(Terms.left(2));
        watch.ask();
        var ids = died(5);

        drain();

        assertThat(bySms(ids)).isEqualTo(2);
        assertThat(SimulatedProviders.sms().account().left()).isZero();
        assertThat(gauge("missing")).isEqualTo(8);
        assertThat(CreditClient.of(clinic).getInt("spent")).isEqualTo(2);
        assertThat(told("PROVIDER_BALANCE")).isEqualTo(3);
    }

    @Test
    void a_hidden_charge_is_noticed_and_a_balance_that_was_mended_is_used_again() {
        CreditClient.topUp(clinic, 10);
        provider(Terms.left(10).charging(3));
        watch.ask();
        drainAll(died(2));
        watch.ask();

        assertThat(gauge("missing")).isEqualTo(6);
        provider(Terms.left(2));
        var third = died(3);
        drain();
        assertThat(bySms(third)).isEqualTo(2);

        provider(Terms.left(100));
        watch.askAgain();
        assertThat(gauge("missing")).isZero();
        var later = died(3);
        drain();
        assertThat(bySms(later)).isEqualTo(3);
    }

    @Test
    void a_balance_that_is_enough_limits_nothing_not_even_what_is_bought_after_it_was_asked() {
        CreditClient.topUp(clinic, 1);
        provider(Terms.left(1));
        watch.ask();
        provider(Terms.left(100));
        CreditClient.topUp(clinic + "-2", 2);
        var ids = IntStream.range(0, 2).mapToObj(i -> died(clinic + "-2")).toList();

        drain();

        assertThat(bySms(ids)).isEqualTo(2);
        assertThat(gauge("missing")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "1e3",
                "",
                "\"1000\"",
                "{\"segments\":-5}",
                "{\"segments\":1e3}",
                "{\"segments\":\"1000\"}",
                "{\"segments\":99999999999999999999}",
                "{}"
            })
    void an_odd_balance_stops_sms_until_a_proper_one_or_the_last_chance(String odd) {
        CreditClient.topUp(clinic, 2);
        provider(Terms.answering(odd));
        watch.ask();
        var ids = died(2);

        drain();
        assertThat(ids).allMatch(id -> stateOf(id) == DeliveryState.RECEIVED);
        assertThat(ids).allMatch(id -> "SMS".equals(row(id).get("channel")));
        assertThat(gauge("unknown")).isEqualTo(1);

        provider(Terms.left(1));
        watch.askAgain();
        drain();
        assertThat(bySms(ids)).isEqualTo(1);
        assertThat(gauge("unknown")).isZero();
    }

    @Test
    void an_sms_that_is_stopped_makes_way_for_email_at_its_last_chance() {
        CreditClient.topUp(clinic, 1);
        provider(Terms.answering("-5"));
        watch.ask();
        var id = died(clinic);
        clock.advance(Duration.ofHours(24).minusMinutes(24));
        watch.ask();

        drain();

        becomes(id, DeliveryState.ACCEPTED);
        assertThat(row(id)).containsEntry("channel", "EMAIL");
        assertThat(told("PROVIDER_BALANCE_UNKNOWN")).isEqualTo(1);
    }

    @Test
    void an_outage_of_the_balance_alone_stops_nothing() {
        CreditClient.topUp(clinic, 3);
        SimulatedProviders.sms().mode(Mode.ERROR_503);
        watch.ask();
        SimulatedProviders.sms().mode(Mode.OK);
        provider(new Terms(10L, 0, null, true));
        watch.ask();
        var ids = died(3);

        drain();

        assertThat(bySms(ids)).isEqualTo(3);
        assertThat(gauge("unknown")).isEqualTo(1);
    }

    @Test
    void what_was_told_holds_through_an_outage_but_not_for_ever() {
        CreditClient.topUp(clinic, 10);
        provider(Terms.left(1));
        watch.ask();
        provider(new Terms(10L, 0, null, true));
        var first = died(2);
        drain();
        assertThat(bySms(first)).isEqualTo(1);

        clock.advance(Duration.ofHours(6));
        watch.askAgain();
        var later = died(2);
        drain();
        assertThat(bySms(later)).isEqualTo(2);
    }

    private void drain() {
        loop.sendSms();
        loop.sendEmails();
    }

    private void drainAll(List<UUID> ids) {
        drain();
        ids.forEach(id -> becomes(id, DeliveryState.ACCEPTED));
    }

    private List<UUID> died(int messages) {
        return IntStream.range(0, messages).mapToObj(i -> died(clinic)).toList();
    }

    private UUID died(String of) {
        var message = TestMessage.message().fallback(Fallback.SMS).clinic(of).build();
        return died(message, Cause.NOT_ON_WHATSAPP);
    }

    /** How many of them patients got by SMS, once all that can be is settled. */
    private long bySms(List<UUID> ids) {
        ids.stream()
                .filter(id -> "SMS".equals(row(id).get("channel")))
                .forEach(id -> becomes(id, DeliveryState.ACCEPTED));
        return ids.stream().filter(id -> !SimulatedProviders.smsAbout(id).isEmpty()).count();
    }

    private long told(String detail) {
        return query("SELECT DISTINCT reminder_id FROM message").stream()
                .flatMap(row -> reports((UUID) row.get("reminder_id")).stream())
                .map(DeliveryReported::detail)
                .filter(detail::equals)
                .count();
    }

    private double gauge(String name) {
        return metrics.get("clinni.sms.balance." + name).gauge().value();
    }

    private static void provider(Terms terms) {
        SimulatedProviders.sms().account().behave(terms);
    }
}
