package com.clinni.fallback.fallback;

import com.clinni.events.Channel;
import com.clinni.fallback.sms.SmsSenders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What clinics have said here, beside what their events say; looked up once for a claim. */
@ApplicationScoped
class Wishes {

    private final SmsSenders senders;

    Wishes(SmsSenders senders) {
        this.senders = senders;
    }

    /**
     * What holds for one claim.
     *
     * @param aliases registered sender names, by clinic
     */
    record Known(Map<String, String> aliases) {

        /** Null for a clinic that has no registered name. */
        String alias(Message message) {
            return aliases.get(message.subject().clinicId());
        }
    }

    Known about(Channel channel, List<Message> locked) {
        var clinics = locked.stream().map(m -> m.subject().clinicId()).distinct().toList();
        return new Known(channel == Channel.SMS ? senders.registeredAmong(clinics) : Map.of());
    }
}
