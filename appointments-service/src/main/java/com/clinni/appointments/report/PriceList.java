package com.clinni.appointments.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/** The prices of messages, for the estimate of a month. Not what is billed. */
@ConfigMapping(prefix = "report.price")
interface PriceList {

    /** ISO 4217; every price is in it. */
    @WithDefault("EUR")
    @Pattern(regexp = "[A-Z]{3}")
    String currency();

    /** One WhatsApp message; the shared number costs the same however many it sends. */
    @WithDefault("0")
    @DecimalMin("0")
    BigDecimal whatsapp();

    /** One e-mail. */
    @WithDefault("0")
    @DecimalMin("0")
    BigDecimal email();

    /** One segment of an SMS; without it no cost is told where SMS were sent. */
    Optional<@DecimalMin("0") BigDecimal> smsSegment();

    /** One message over WhatsApp's official interface; without it there is no comparison. */
    Optional<@DecimalMin("0") BigDecimal> officialWhatsapp();
}
