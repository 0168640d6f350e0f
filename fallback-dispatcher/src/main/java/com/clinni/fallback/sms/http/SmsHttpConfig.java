package com.clinni.fallback.sms.http;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider's HTTP contract, described. As it stands it is the simulator's. */
public interface SmsHttpConfig {

    /** How a message's fields travel. */
    enum Body {
        JSON,
        FORM,
        /** In the address, percent-encoded: for providers that know nothing else. */
        QUERY
    }

    /** How a phone number is written. */
    enum Numbers {
        /** {@code +34600000123} */
        E164,
        /** {@code 34600000123} */
        DIGITS
    }

    @WithDefault("POST")
    @Pattern(regexp = "POST|PUT|GET")
    String method();

    /** Under the gateway's URL. */
    @WithDefault("/sms")
    String path();

    @WithDefault("JSON")
    Body body();

    @WithDefault("to")
    String toField();

    @WithDefault("text")
    String textField();

    @WithDefault("from")
    String fromField();

    @WithDefault("reference")
    String referenceField();

    @WithDefault("E164")
    Numbers numbers();

    /** Fields that go with every message as they are, by name. */
    Map<String, String> constants();

    @WithDefault("Authorization")
    String keyHeader();

    /** {@code {key}} is the gateway's key. */
    @WithDefault("Bearer {key}")
    String keyValue();

    /** Statuses of an answer that may say that the message was taken. */
    @WithDefault("200,201,202")
    Set<Integer> acceptedStatuses();

    /** What such an answer must say besides: {@code field=value}, or {@code field=one|other}. */
    Optional<@Pattern(regexp = "[^=]+=.+") String> acceptedWhen();

    /** Where the provider's id stands: a field, or a path such as {@code messages.0.id}. */
    @WithDefault("id")
    String idField();

    /** Where a refusal's code stands. */
    @WithDefault("code")
    String errorField();

    /**
     * What refusals mean, the first that fits: {@code status/code}, {@code *}{@code /code}, {@code
     * status}, {@code 4xx}.
     */
    @WithDefault(
            "401=CREDENTIALS_REFUSED,402=SMS_NO_CREDIT,403/SENDER_NOT_REGISTERED=SMS_SENDER_BLOCKED,"
                + "403=CREDENTIALS_REFUSED,404=SMS_UNREACHABLE,405=SMS_UNREACHABLE,429=RATE_LIMITED,"
                + "503=SMS_UNREACHABLE,4xx=SMS_REFUSED")
    List<String> errors();

    /** Where a message is asked for by {@code {reference}}; {@code off} where it cannot be. */
    @WithDefault("/sms/{reference}")
    String lookupPath();
}
