package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Phones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people whom WhatsApp or the gateway knows otherwise; everybody else is known by number. */
final class SimulatedContacts {

    private record Known(
            Map<String, SimulatedContact> byNumber, Map<String, SimulatedContact> byChat) {}

    private volatile Known known = new Known(Map.of(), Map.of());

    /** These, and nobody of before. */
    void are(List<SimulatedContact> contacts) {
        var byNumber = new HashMap<String, SimulatedContact>();
        var byChat = new HashMap<String, SimulatedContact>();
        for (var contact : contacts) {
            byNumber.put(contact.number(), contact);
            byChat.putIfAbsent(contact.chatId(), contact);
        }
        known = new Known(Map.copyOf(byNumber), Map.copyOf(byChat));
    }

    List<SimulatedContact> all() {
        return List.copyOf(known.byNumber().values());
    }

    /** By a number, with or without its sign. */
    SimulatedContact of(String number) {
        var e164 = "+" + Phones.digits(number);
        var contact = known.byNumber().get(e164);
        return contact == null ? SimulatedContact.in(Phones.chat(e164), e164) : contact;
    }

    /** Whose chat it is; null for a chat that is nobody's. */
    @Nullable SimulatedContact in(String chat) {
        var contact = known.byChat().get(chat);
        if (contact != null) {
            return contact;
        }
        if (!Phones.isChat(chat)) {
            return null;
        }
        var named = of(Phones.e164(chat));
        return named.chatId().equals(chat) ? named : null;
    }
}
