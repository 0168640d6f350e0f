package com.clinni.fallback.bounce;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A delivery status notification (RFC 3464) that says that one of our e-mails will not arrive.
 *
 * @param messageId the e-mail's Message-ID, as we gave it
 */
record DeliveryStatus(String messageId, UUID reminderId, int generation) {

    private static final String REPORT = "multipart/report";
    private static final Pattern FOR_GOOD = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}\\b.*");
    private static final Pattern OURS =
            Pattern.compile(
                    "<(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.(\\d{1,6})@[!-~]{1,200}>");
    private static final Pattern GROUP_END = Pattern.compile("\\r?\\n\\s*\\r?\\n");

    /** Empty for delays, successes, automatic answers, other people's mails, and anything else. */
    static Optional<DeliveryStatus> read(byte[] mail) {
        var report = MimePart.of(new String(mail, StandardCharsets.ISO_8859_1));
        if (!report.isOf(REPORT)) {
            return Optional.empty();
        }
        var parts = report.parts();
        var hasFailed =
                parts.stream()
                        .filter(part -> part.isOf("message/delivery-status"))
                        .anyMatch(DeliveryStatus::saysFailed);
        return hasFailed
                ? parts.stream()
                        .filter(
                                part ->
                                        part.isOf("message/rfc822")
                                                || part.isOf("text/rfc822-headers"))
                        .map(returned -> MimePart.of(returned.body()).header("message-id"))
                        .flatMap(id -> ours(id).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Our e-mails have one recipient, so one group that failed is that one. */
    private static boolean saysFailed(MimePart status) {
        return GROUP_END
                .splitAsStream(status.body())
                .map(MimePart::fields)
                .anyMatch(
                        group ->
                                group.getOrDefault("action", "").equalsIgnoreCase("failed")
                                        && FOR_GOOD.matcher(group.getOrDefault("status", ""))
                                                .matches());
    }

    private static Optional<DeliveryStatus> ours(String messageId) {
        var parts = OURS.matcher(messageId);
        return parts.matches()
                ? Optional.of(
                        new DeliveryStatus(
                                messageId,
                                UUID.fromString(parts.group(1)),
                                Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }
}
