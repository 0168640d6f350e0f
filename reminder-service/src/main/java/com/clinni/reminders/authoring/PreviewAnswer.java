package com.clinni.reminders.authoring;

import com.clinni.events.sms.SmsSegments;
import com.clinni.reminders.template.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * Texts as they look on a patient's phone, with a usual visit and with the longest values there
 * are.
 */
record PreviewAnswer(
        String kind,
        String language,
        Shown typical,
        Shown longest,
        String currency,
        List<Finding> warnings) {

    /**
     * The texts with values put in.
     *
     * @param whatsapp with its closing line
     * @param smsCost as it is written, and as it is sent for a clinic that gives up accents for
     *     fewer segments
     * @param lockScreen what is read without unlocking the phone
     */
    record Shown(
            String whatsapp,
            String sms,
            String smsWithoutAccents,
            String emailSubject,
            String emailText,
            SmsCost smsCost,
            SmsCost smsCostWithoutAccents,
            LockScreen lockScreen) {}

    /** What one such SMS is billed as. */
    record SmsCost(SmsSegments.Encoding encoding, int units, int segments, BigDecimal cost) {

        static SmsCost of(String text, BigDecimal priceOfSegment) {
            var segments = SmsSegments.of(text);
            return new SmsCost(
                    segments.encoding(),
                    segments.units(),
                    segments.count(),
                    priceOfSegment.multiply(BigDecimal.valueOf(segments.count())));
        }
    }
}
