package com.clinni.whatsapp.prepare;

import com.clinni.events.contact.PhoneNumber;
import com.clinni.whatsapp.gateway.ChatId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that cannot be sent before the gateway was asked about its number.
 *
 * @param knownChat where this number was found before
 */
record UnpreparedMessage(
        UUID reminderId, int generation, PhoneNumber phone, @Nullable ChatId knownChat) {}
