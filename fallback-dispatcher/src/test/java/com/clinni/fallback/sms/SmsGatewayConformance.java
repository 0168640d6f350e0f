package com.clinni.fallback.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import com.clinni.events.contact.PhoneNumber;
import com.clinni.fallback.provider.SendOutcome;
import com.clinni.fallback.provider.SendOutcome.Accepted;
import com.clinni.fallback.provider.SendOutcome.InDoubt;
import com.clinni.fallback.provider.SendOutcome.NotSent;
import com.clinni.fallback.sms.SmsGateway.Lookup;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every SMS adapter must make of what its provider does; an adapter supplies the provider. */
abstract class SmsGatewayConformance {

    static final Sms SMS =
            new Sms(
                    new PhoneNumber("+34600000123"),
                    "Le recordamos su cita: mañana a las 10:00 €",
                    "Clinni",
                    UUID.randomUUID().toString());

    /** What the provider is about to do. */
    enum Provider {
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

    abstract SmsGateway gatewayOf(Provider provider);

    abstract int requests();

    private SendOutcome sendTo(Provider provider) {
        return gatewayOf(provider).send(SMS);
    }

    @Test
    void an_sms_that_is_taken_has_the_providers_id() {
        assertThat(sendTo(Provider.ACCEPTS)).isEqualTo(new Accepted("sms-1"));
        assertThat(sendTo(Provider.KNOWS_IT_ALREADY)).isEqualTo(new Accepted("sms-1"));
    }

    @Test
    void what_is_refused_for_good_is_certainly_not_sent() {
        assertThat(sendTo(Provider.REFUSES_THE_NUMBER))
                .isEqualTo(NotSent.forGood(Cause.SMS_REFUSED));
        assertThat(sendTo(Provider.HAS_NO_BALANCE)).isEqualTo(NotSent.forGood(Cause.SMS_NO_CREDIT));
        assertThat(sendTo(Provider.BLOCKS_THE_SENDER))
                .isEqualTo(NotSent.forGood(Cause.SMS_SENDER_BLOCKED));
    }

    @Test
    void what_is_refused_for_now_may_pass() {
        assertThat(sendTo(Provider.REFUSES_THE_KEY))
                .isEqualTo(NotSent.forNow(Cause.CREDENTIALS_REFUSED));
        assertThat(sendTo(Provider.LIMITS_THE_RATE)).isEqualTo(NotSent.forNow(Cause.RATE_LIMITED));
        assertThat(sendTo(Provider.IS_UNAVAILABLE))
                .isEqualTo(NotSent.forNow(Cause.SMS_UNREACHABLE));
        assertThat(sendTo(Provider.REFUSES_CONNECTIONS))
                .isEqualTo(NotSent.forNow(Cause.SMS_UNREACHABLE));
    }

    @Test
    void everything_that_proves_nothing_is_a_doubt() {
        for (var provider :
                new Provider[] {
                    Provider.FAILS,
                    Provider.ACCEPTS_WITHOUT_AN_ID,
                    Provider.ANSWERS_A_PAGE,
                    Provider.ANSWERS_HALF_AN_OBJECT,
                    Provider.ANSWERS_TOO_MUCH,
                    Provider.REDIRECTS,
                    Provider.HANGS,
                    Provider.CUTS
                }) {
            assertThat(sendTo(provider)).as(provider.name()).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void a_send_is_one_request_whatever_happens() {
        for (var provider :
                new Provider[] {
                    Provider.ACCEPTS, Provider.CUTS, Provider.HANGS, Provider.IS_UNAVAILABLE
                }) {
            sendTo(provider);
            assertThat(requests()).as(provider.name()).isEqualTo(1);
        }
    }

    @Test
    void a_lookup_finds_proves_absence_or_does_not_know() {
        assertThat(lookUp(Provider.KNOWS_IT_ALREADY)).isEqualTo(new Lookup.Found("sms-1"));
        assertThat(lookUp(Provider.ACCEPTS)).isEqualTo(new Lookup.Absent());
        assertThat(lookUp(Provider.IS_UNAVAILABLE)).isInstanceOf(Lookup.Unknown.class);
        assertThat(lookUp(Provider.ANSWERS_A_PAGE)).isInstanceOf(Lookup.Unknown.class);
        assertThat(lookUp(Provider.HANGS)).isInstanceOf(Lookup.Unknown.class);
        assertThat(lookUp(Provider.REFUSES_CONNECTIONS)).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void an_sms_prints_without_its_patient() {
        assertThat(SMS.toString()).doesNotContain("600000123", "cita");
    }

    private Lookup lookUp(Provider provider) {
        return gatewayOf(provider).lookup(SMS.reference());
    }
}
