package com.clinni.whatsapp.gateway;

/** The answer to whose number WhatsApp hides behind a lid. */
public sealed interface HiddenNumber {

    /** This is the chat with its number in it. */
    record Known(ChatId chat) implements HiddenNumber {}

    /** The gateway does not know it either. */
    record NotKnown() implements HiddenNumber {}

    /** The gateway did not say. */
    record NoAnswer() implements HiddenNumber {}
}
