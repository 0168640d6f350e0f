package com.clinni.fallback.send;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.Fallback;
import com.clinni.events.MessageReady;
import com.clinni.events.kafka.Publication;
import com.clinni.fallback.MutableClock;
import com.clinni.fallback.TestMessage;
import com.clinni.fallback.intake.MessageIntake;
import com.clinni.fallback.message.NewMessage;
import com.clinni.fallback.message.RecordCopy;
import com.clinni.fallback.policy.FallbackPolicy;
import com.clinni.fallback.policy.PolicyContext;
import com.clinni.fallback.policy.WayBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Messages of every kind as they may arrive, chosen by chance. */
@ApplicationScoped
class RandomArrivals {

    static final List<String> CLINICS_WITH_CREDIT = List.of("clinica-a", "clinica-b");
    private static final String CLINIC_WITHOUT = "clinica-c";

    @Inject MutableClock clock;
    @Inject MessageIntake intake;
    @Inject WayBack wayBack;

    void arrive(Random random) {
        var channel = Channel.values()[random.nextInt(Channel.values().length)];
        var fallback = Fallback.values()[random.nextInt(Fallback.values().length)];
        var clinic =
                random.nextInt(4) == 0
                        ? CLINIC_WITHOUT
                        : CLINICS_WITH_CREDIT.get(random.nextInt(CLINICS_WITH_CREDIT.size()));
        var sample =
                TestMessage.message()
                        .channel(channel)
                        .fallback(fallback)
                        .clinic(clinic)
                        .phone("+34600" + (100_000 + random.nextInt(50)))
                        .sendBefore(
                                clock.instant().plus(Duration.ofMinutes(random.nextInt(120) - 2)));
        switch (random.nextInt(8)) {
            case 0 -> sample.withoutEmail(Cause.NO_ADDRESS);
            case 1 -> sample.withoutPhone(Cause.NOT_MOBILE);
            case 2 -> sample.optedOut(Channel.EMAIL);
            case 3 -> sample.optedOut(Channel.EMAIL, Channel.SMS);
            default -> {
                // can be reached in every way
            }
        }
        intake.store(List.of(arrival(sample.build(), channel)));
    }

    private NewMessage arrival(MessageReady message, Channel channel) {
        var record = Publication.of(message, "/clinni/test", clock.instant());
        var copy =
                new RecordCopy(
                        record.topic(), 0, 0, record.key(), record.headers(), record.value());
        var now = clock.instant();
        if (channel != Channel.WHATSAPP) {
            var next = FallbackPolicy.next(PolicyContext.of(message, null, now));
            return NewMessage.direct(message, copy, next, now);
        }
        var death = new NewMessage.Death(Cause.LINE_DOWN, null, now, null);
        var mayGoBack = wayBack.isOpen(death.cause(), false, message.sendBefore(), now);
        var next =
                FallbackPolicy.next(
                        PolicyContext.of(message, death.cause(), now).goingBack(mayGoBack));
        return NewMessage.given(message, copy, death, false, next, now);
    }
}
