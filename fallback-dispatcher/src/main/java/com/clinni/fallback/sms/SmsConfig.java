package com.clinni.fallback.sms;

import com.clinni.fallback.provider.ProviderKind;
import com.clinni.fallback.sms.http.SmsHttpConfig;
import com.clinni.fallback.sms.smpp.SmppConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of SMS. */
@ConfigMapping(prefix = "sms")
public interface SmsConfig {

    /** Which adapters there are. */
    enum Adapter {
        /** {@link SmsHttpConfig} describes the provider. */
        HTTP,
        SMPP
    }

    @WithDefault("HTTP")
    Adapter adapter();

    /** Whether real phones are at the other end. */
    @WithDefault("SIMULATOR")
    ProviderKind provider();

    /** Where the HTTP gateway is, without its path. */
    @WithDefault("http://localhost:8092")
    URI gatewayUrl();

    /** The bearer token; only ever from the environment. */
    @WithDefault("local")
    String gatewayApiKey();

    /** The sender patients see: up to 11 letters and digits, or a number. */
    @WithDefault("Clinni")
    @Pattern(regexp = "[A-Za-z0-9 ]{1,11}|\\+?\\d{3,15}")
    String sender();

    /**
     * The countries whose mobile numbers SMS go to, as ISO 3166 has them: elsewhere one text may
     * cost as much as a hundred, which is what fraudsters book visits for.
     */
    @WithDefault(
            "ES,AD,PT,FR,AT,BE,BG,CH,CY,CZ,DE,DK,EE,FI,GB,GR,HR,HU,IE,IS,IT,LI,LT,LU,LV,MT,NL,NO,PL,"
                + "RO,SE,SI,SK")
    List<@Pattern(regexp = "[A-Z]{2}") String> countries();

    /** How long connecting may take. */
    @WithDefault("PT3S")
    Duration connectLimit();

    /** How long one call may take, answer included. */
    @WithDefault("PT15S")
    Duration callLimit();

    /** How long the gateway is left alone when half of its calls fail. */
    @WithDefault("PT15S")
    Duration rest();

    /** How often what must be open, as an SMPP session, is looked after; {@code off} never. */
    @WithDefault("5s")
    String lookEvery();

    /** Where the provider tells our balance in segments; without it nothing is compared. */
    Optional<URI> balanceUrl();

    /** What the HTTP adapter says and understands. */
    SmsHttpConfig http();

    /** How the SMPP adapter binds. */
    SmppConfig smpp();

    /** How receipts come back. */
    SmsReceiptsConfig receipts();

    /** How often it is asked for; {@code off} never does. */
    @WithDefault("1h")
    String balanceEvery();

    /** How often while it is too low or unknown. */
    @WithDefault("1m")
    String balanceAgainEvery();

    /** How long what it said holds while it says nothing more. */
    @WithDefault("PT6H")
    Duration balanceHoldsFor();
}
