package com.clinni.reminders.authoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Settings of previews: the price of an SMS. */
@ConfigMapping(prefix = "preview")
interface PreviewConfig {

    /** What one segment of an SMS costs a clinic. */
    @WithDefault("0.06")
    BigDecimal smsSegmentPrice();

    /** In which currency, as ISO 4217 has it. */
    @WithDefault("EUR")
    String currency();
}
