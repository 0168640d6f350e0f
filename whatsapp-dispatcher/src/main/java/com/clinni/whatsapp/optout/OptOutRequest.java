package com.clinni.whatsapp.optout;

import com.clinni.events.contact.PhoneNumber;
import java.time.Instant;

/**
 * A wish that somebody told: they want to hear nothing any more.
 *
 * @param line the number they said it to
 * @param at when they said it
 */
public record OptOutRequest(String line, PhoneNumber phone, Instant at) {}
