package com.clinni.testbed.simulator.whatsapp;

import com.clinni.testbed.simulator.channel.Phones;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person whom WhatsApp or the gateway knows otherwise than the number suggests.
 *
 * @param number as others write it, E.164
 * @param chat as WhatsApp names the chat: other digits, or a {@code …@lid}; the number's own unless
 *     it is said
 * @param hidden whether the gateway does not know the number behind a {@code …@lid}
 * @param sendError the gateway's words, in a 500, to whoever writes to them
 * @param checkError the gateway's words, in a 500, to whoever asks for them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulatedContact(
        String number,
        @Nullable String chat,
        boolean hidden,
        @Nullable String sendError,
        @Nullable String checkError) {

    private static final Pattern CHAT = Pattern.compile("[1-9]\\d{4,19}@(c\\.us|lid)");

    public SimulatedContact {
        if (!Phones.isE164(number)) {
            throw new IllegalArgumentException("The number must be in E.164 form.");
        }
        chat = chat == null ? Phones.chat(number) : chat;
        if (!CHAT.matcher(chat).matches()) {
            throw new IllegalArgumentException("The chat must be …@c.us or …@lid.");
        }
    }

    /** Known under another chat than the number's own. */
    public static SimulatedContact in(String chat, String number) {
        return new SimulatedContact(number, chat, false, null, null);
    }

    /** Known under a {@code …@lid}, and the gateway cannot say whose it is. */
    public static SimulatedContact hiddenIn(String lid, String number) {
        return new SimulatedContact(number, lid, true, null, null);
    }

    /** One whom the gateway fails to write to. */
    public static SimulatedContact failing(String number, String words) {
        return new SimulatedContact(number, null, false, words, null);
    }

    /** One whom the gateway fails to look up. */
    public static SimulatedContact notLookedUp(String number, String words) {
        return new SimulatedContact(number, null, false, null, words);
    }

    String chatId() {
        return chat == null ? Phones.chat(number) : chat;
    }

    boolean isLid() {
        return chatId().endsWith("@lid");
    }

    @Override
    public String toString() {
        return "SimulatedContact[]";
    }
}
