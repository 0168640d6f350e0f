package com.clinni.fallback.sms.gateway;

import com.clinni.events.contact.PhoneNumber;

/**
 * An SMS, as a gateway is asked to send it.
 *
 * @param from the sender the patient sees
 * @param reference ours, the same for every attempt at the same message
 */
public record Sms(PhoneNumber to, String text, String from, String reference) {

    /** Names the message, not the patient. */
    @Override
    public String toString() {
        return "Sms[" + reference + "]";
    }
}
