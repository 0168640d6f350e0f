package com.clinni.testbed.simulator.channel;

import java.util.regex.Pattern;

/** The two spellings of a phone number: E.164 and WhatsApp's chat id. */
public final class Phones {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern CHAT = Pattern.compile("[1-9]\\d{7,14}@c\\.us");

    private Phones() {}

    public static boolean isE164(String number) {
        return number != null && E164.matcher(number).matches();
    }

    public static boolean isChat(String chatId) {
        return chatId != null && CHAT.matcher(chatId).matches();
    }

    public static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    public static String chat(String number) {
        return digits(number) + "@c.us";
    }

    public static String e164(String chatId) {
        return "+" + digits(chatId.substring(0, chatId.indexOf('@')));
    }

    /** Some people read at once, some never: decided by the number, so that runs repeat. */
    public static boolean reads(String chatId) {
        return Character.digit(chatId.charAt(chatId.indexOf('@') - 1), 10) % 2 == 0;
    }
}
