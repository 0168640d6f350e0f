package com.clinni.fallback.send;

import com.clinni.events.MessageReady;
import com.clinni.fallback.message.StoredMessage;
import org.jspecify.annotations.Nullable;

/**
 * A committed intent to send, and for how long it is ours.
 *
 * @param sender the name the clinic had registered for its SMS at that moment
 */
record Intent(StoredMessage message, MessageReady ready, @Nullable String sender, Lease lease) {}
