package com.clinni.fallback.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.gateway.SmsGateway.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every SMS adapter must make of what its provider does; an adapter supplies the provider. */
public abstract class SmsGatewayConformance {

    protected static final String TEXT = "Le recordamos su cita: mañana a las 10:00 €";

    public static final Sms SMS =
            new Sms(new PhoneNumber("+34600000123"), TEXT, "Clinni", UUID.randomUUID().toString());

    /** What the provider is about to do. */
    protected enum Provider {
        ACCEPTS,
        KNOWS_IT_ALREADY,
        REFUSES_THE_NUMBER,
        HAS_NO_BALANCE,
        BLOCKS_THE_SENDER,
        REFUSES_THE_KEY,
        LIMITS_THE_RATE,
        IS_UNAVAILABLE,
        FAILS,
        ACCEPTS_WITHOUT_AN_ID,
        ANSWERS_A_PAGE,
        ANSWERS_HALF_AN_OBJECT,
        ANSWERS_TOO_MUCH,
        REDIRECTS,
        HANGS,
        CUTS,
        REFUSES_CONNECTIONS
    }

    private static final Map<Provider, SendOutcome> CERTAIN =
            Map.of(
                    Provider.ACCEPTS, new Accepted("sms-1"),
                    Provider.KNOWS_IT_ALREADY, new Accepted("sms-1"),
                    Provider.REFUSES_THE_NUMBER, NotSent.forGood(Cause.SMS_REFUSED),
                    Provider.HAS_NO_BALANCE, NotSent.forGood(Cause.SMS_NO_CREDIT),
                    Provider.BLOCKS_THE_SENDER, NotSent.forGood(Cause.SMS_SENDER_BLOCKED),
                    Provider.REFUSES_THE_KEY, NotSent.forNow(Cause.CREDENTIALS_REFUSED),
                    Provider.LIMITS_THE_RATE, NotSent.forNow(Cause.RATE_LIMITED),
                    Provider.IS_UNAVAILABLE, NotSent.forNow(Cause.SMS_UNREACHABLE),
                    Provider.REFUSES_CONNECTIONS, NotSent.forNow(Cause.SMS_UNREACHABLE));

    /** What this protocol has no words for. */
    protected abstract Set<Provider> impossible();

    /** Ready to send to a provider that is about to do so. */
    protected abstract SmsGateway gatewayOf(Provider provider);

    /** How many sends have reached the provider since the gateway was made. */
    protected abstract int requests();

    /** The text as the provider got it, its parts put together. */
    protected abstract String received();

    @Test
    void what_the_provider_says_clearly_is_certain() {
        CERTAIN.forEach(
                (provider, outcome) -> {
                    if (!impossible().contains(provider)) {
                        assertThat(gatewayOf(provider).send(SMS))
                                .as(provider.name())
                                .isEqualTo(outcome);
                    }
                });
    }

    @Test
    void everything_that_proves_nothing_is_a_doubt() {
        for (var provider : Provider.values()) {
            if (!CERTAIN.containsKey(provider) && !impossible().contains(provider)) {
                assertThat(gatewayOf(provider).send(SMS))
                        .as(provider.name())
                        .isInstanceOf(InDoubt.class);
            }
        }
    }

    @Test
    void a_send_is_one_request_whatever_happens() {
        for (var provider :
                List.of(
                        Provider.ACCEPTS,
                        Provider.CUTS,
                        Provider.HANGS,
                        Provider.LIMITS_THE_RATE)) {
            gatewayOf(provider).send(SMS);
            assertThat(requests()).as(provider.name()).isEqualTo(1);
        }
    }

    @Test
    void a_text_arrives_as_it_was_written_however_long() {
        for (var text :
                List.of(
                        TEXT,
                        "Está 😀 " + "á€".repeat(100),
                        "Sin acentos, {con llaves} y 12 € ".repeat(20),
                        "a".repeat(152) + "€" + "b".repeat(160))) {
            var outcome = gatewayOf(Provider.ACCEPTS).send(sms(text));
            assertThat(outcome).isInstanceOf(Accepted.class);
            assertThat(received()).isEqualTo(text);
        }
    }

    @Test
    void a_lookup_never_says_more_than_the_provider_did() {
        assertThat(lookUp(Provider.IS_UNAVAILABLE)).isInstanceOf(Lookup.Unknown.class);
        assertThat(lookUp(Provider.HANGS)).isInstanceOf(Lookup.Unknown.class);
        assertThat(lookUp(Provider.REFUSES_CONNECTIONS)).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void an_sms_prints_without_its_patient() {
        assertThat(SMS.toString()).doesNotContain("600000123", "cita");
    }

    public static Sms sms(String text) {
        return new Sms(SMS.to(), text, SMS.from(), UUID.randomUUID().toString());
    }

    protected Lookup lookUp(Provider provider) {
        return gatewayOf(provider).lookup(SMS.reference());
    }
}
