package com.clinni.fallback.policy;

import com.clinni.events.Channel;
import com.clinni.events.MessageReady;
import com.clinni.fallback.message.StoredMessage;
import com.clinni.fallback.preferences.EmailOptOuts;
import com.clinni.fallback.sms.SmsSenders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The preferences that clinics and patients have told this service, beside those in events, looked
 * up once for a claim.
 */
@ApplicationScoped
public class SendPreferences {

    private final SmsSenders senders;
    private final EmailOptOuts optOuts;

    SendPreferences(SmsSenders senders, EmailOptOuts optOuts) {
        this.senders = senders;
        this.optOuts = optOuts;
    }

    /**
     * What holds for one claim.
     *
     * @param aliases registered sender names, by clinic
     * @param noEmail whether a message is for somebody who wants no e-mail
     */
    public record Known(Map<String, String> aliases, Predicate<MessageReady> noEmail) {

        static final Known NOTHING = new Known(Map.of(), _ -> false);

        /** The clinic's registered name, if it has one. */
        public @Nullable String alias(StoredMessage message) {
            return aliases.get(message.subject().clinicId());
        }

        boolean forbidsEmail(MessageReady ready) {
            return noEmail.test(ready);
        }
    }

    /** Both channels' claims look at e-mail: where it is not wanted, SMS must not wait for it. */
    public Known about(Channel channel, List<StoredMessage> locked) {
        var clinics = locked.stream().map(m -> m.subject().clinicId()).distinct().toList();
        return new Known(
                channel == Channel.SMS ? senders.registeredAmong(clinics) : Map.of(),
                optOuts.among(clinics));
    }
}
