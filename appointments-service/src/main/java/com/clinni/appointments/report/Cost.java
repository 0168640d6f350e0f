package com.clinni.appointments.report;

import com.clinni.events.Channel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of what was paid for, in whole cents.
 *
 * @param estimated unless SMS were billed and have no price
 * @param official the same messages over WhatsApp's official interface, if that has a price
 */
@Schema(name = "ReportCost")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cost(String currency, @Nullable BigDecimal estimated, @Nullable BigDecimal official) {

    private static final int CENTS = 2;

    static Cost of(List<ReminderCount> counts, PriceList prices) {
        var messages =
                counts.stream()
                        .filter(ReminderCount::isSent)
                        .mapToLong(ReminderCount::reminders)
                        .sum();
        return new Cost(
                prices.currency(),
                sum(counts.stream().filter(ReminderCount::hasCost).toList(), prices)
                        .map(Cost::rounded)
                        .orElse(null),
                prices.officialWhatsapp()
                        .map(BigDecimal.valueOf(messages)::multiply)
                        .map(Cost::rounded)
                        .orElse(null));
    }

    /** What these alone cost, where anything was paid for and the price is known. */
    static Optional<BigDecimal> of(ReminderCount count, PriceList prices) {
        return Optional.of(count)
                .filter(ReminderCount::hasCost)
                .flatMap(paid -> exact(paid, prices));
    }

    /** Rounded by the caller, once. */
    private static Optional<BigDecimal> sum(List<ReminderCount> paid, PriceList prices) {
        var sum = BigDecimal.ZERO;
        for (var count : paid) {
            var cost = exact(count, prices);
            if (cost.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(cost.get());
        }
        return Optional.of(sum);
    }

    /** An SMS that failed on its way was paid for, though an e-mail was what arrived. */
    private static Optional<BigDecimal> exact(ReminderCount paid, PriceList prices) {
        var channel = paid.channel();
        var message = channel != null && paid.isSent() ? priceOf(channel, prices) : BigDecimal.ZERO;
        var messages = message.multiply(BigDecimal.valueOf(paid.reminders()));
        return paid.segments() == 0
                ? Optional.of(messages)
                : prices.smsSegment()
                        .map(price -> price.multiply(BigDecimal.valueOf(paid.segments())))
                        .map(messages::add);
    }

    /** An SMS is paid for by its segments. */
    private static BigDecimal priceOf(Channel channel, PriceList prices) {
        return switch (channel) {
            case WHATSAPP -> prices.whatsapp();
            case EMAIL -> prices.email();
            case SMS -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
