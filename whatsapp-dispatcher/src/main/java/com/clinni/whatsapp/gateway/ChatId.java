package com.clinni.whatsapp.gateway;

/**
 * The address a gateway sends to, as its check answered. It contains the number, so it prints
 * masked.
 */
public record ChatId(String value) {

    @Override
    public String toString() {
        return "ChatId[…]";
    }
}
