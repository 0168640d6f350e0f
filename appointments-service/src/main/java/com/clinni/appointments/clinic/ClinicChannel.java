package com.clinni.appointments.clinic;

import com.clinni.events.Channel;
import java.util.Optional;

/** A clinic's own channel, or none. */
public enum ClinicChannel {
    NONE,
    WHATSAPP,
    EMAIL,
    SMS;

    /** The channel that events name; empty when the clinic does not remind. */
    public Optional<Channel> channel() {
        return this == NONE ? Optional.empty() : Optional.of(Channel.valueOf(name()));
    }
}
