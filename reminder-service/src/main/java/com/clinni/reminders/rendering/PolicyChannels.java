package com.clinni.reminders.rendering;

import com.clinni.events.Channel;
import com.clinni.events.Clinic;
import java.util.EnumSet;
import java.util.Set;

/** The channels that a clinic's policy may come to need, its own first. */
final class PolicyChannels {

    private PolicyChannels() {}

    /**
     * SMS brings e-mail along, which takes over when the prepaid credit is out. An e-mail clinic
     * has that text already.
     */
    static Set<Channel> of(Clinic clinic) {
        var channels = EnumSet.of(clinic.channel());
        switch (clinic.fallback()) {
            case NONE -> {}
            case EMAIL -> channels.add(Channel.EMAIL);
            case SMS -> channels.add(Channel.SMS);
        }
        if (channels.contains(Channel.SMS)) {
            channels.add(Channel.EMAIL);
        }
        return channels;
    }
}
