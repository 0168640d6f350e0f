package com.clinni.appointments.report;

import com.clinni.events.Channel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An estimate of what was sent, in whole cents.
 *
 * @param estimated null when a channel that sent has no price
 * @param official the same messages over WhatsApp's official interface; null without its price
 */
@Schema(name = "ReportCost")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cost(String currency, BigDecimal estimated, BigDecimal official) {

    private static final int CENTS = 2;

    static Cost of(List<Count> counts, PriceList prices) {
        var sent = counts.stream().filter(Count::isSent).toList();
        var messages = BigDecimal.valueOf(sent.stream().mapToLong(Count::reminders).sum());
        return new Cost(
                prices.currency(),
                sum(sent, prices).map(Cost::rounded).orElse(null),
                prices.officialWhatsapp().map(messages::multiply).map(Cost::rounded).orElse(null));
    }

    /** What these alone cost, where they were sent and the price is known. */
    static Optional<BigDecimal> of(Count count, PriceList prices) {
        return Optional.of(count).filter(Count::isSent).flatMap(sent -> exact(sent, prices));
    }

    /** Rounded by the caller, once. */
    private static Optional<BigDecimal> sum(List<Count> sent, PriceList prices) {
        var sum = BigDecimal.ZERO;
        for (var count : sent) {
            var cost = exact(count, prices);
            if (cost.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(cost.get());
        }
        return Optional.of(sum);
    }

    private static Optional<BigDecimal> exact(Count sent, PriceList prices) {
        return priceOf(sent.channel(), prices)
                .map(price -> price.multiply(BigDecimal.valueOf(sent.reminders())));
    }

    private static Optional<BigDecimal> priceOf(Channel channel, PriceList prices) {
        return switch (channel) {
            case WHATSAPP -> Optional.of(prices.whatsapp());
            case EMAIL -> Optional.of(prices.email());
            case SMS -> prices.sms();
        };
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
