package com.clinni.whatsapp.gateway;

import org.jspecify.annotations.Nullable;

/** The answer to whether a number is on WhatsApp. */
public sealed interface Existence {

    /**
     * It is, and this is where to send.
     *
     * @param alias the chat with its number in it, where the other one hides that
     */
    record Yes(ChatId chat, @Nullable ChatId alias) implements Existence {}

    /** It is not. */
    record No() implements Existence {}

    /** The gateway answered with an error, which may be this number's own trouble. */
    record Failed() implements Existence {}

    /** The gateway could not say. */
    record Unknown(NotSentReason reason) implements Existence {}
}
